package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Files and the disk they should be on. On a database and a disk of its own. */
@MokedTest(properties = "moked.test=files")
class MissingFilesTest {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    @Autowired ApplicationContext server;
    @Autowired DataDirectory data;
    @LocalServerPort int port;

    private Business business;
    private Api agent;

    @BeforeEach
    void open() {
        business = Business.create(server);
        agent = Api.of(port, business.agent());
    }

    private Path media() {
        return data.path().resolve("media");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(media())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileThatIsOnTheDiskOfAnotherServerIsSaidToBeThere() throws Exception {
        var path =
                "/media/"
                        + agent.upload("a.png", "image/png", PICTURE).body().path("id").asString();
        var elsewhere = media().resolveSibling("media-" + UUID.randomUUID());
        Files.move(media(), elsewhere);
        var answer = agent.call("GET", path, null);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("media-not-here");
        Files.move(elsewhere, media());
        assertThat(agent.download(path)).isEqualTo(PICTURE);
    }

    @Test
    void anUploadThatDoesNotFitOnTheDiskIsRefusedAndNothingOfItStays() throws Exception {
        onAFullDisk(() -> {
            var answer = agent.upload("a.png", "image/png", Arrays.copyOf(PICTURE, 2_000_000));
            assertThat(answer.body().path("code").asString()).isEqualTo("media-not-kept");
            assertThat(answer.body().path("status").asInt()).isEqualTo(503);
            assertThat(files()).isEmpty();
        });
    }

    @Test
    void aFileThatDoesNotFitOnTheDiskIsFetchedAgainOnceThereIsRoom() throws Exception {
        var phone = Meta.newPhone();
        var mediaId = UUID.randomUUID().toString();
        GraphStub.get().keep(mediaId, new byte[2_000_000]);
        onAFullDisk(() -> {
            var image = new HashMap<>(Meta.text(phone, Meta.newId(), ""));
            image.putAll(Map.of("type", "image", "image", Map.of("id", mediaId)));
            new Meta(port).deliver(business, List.of(image));
            await().until(() -> GraphStub.get().fetched(mediaId) > 0 && files().isEmpty());
            assertThat(stateOfFile(phone)).isEqualTo("pending");
        });
        await().until(() -> stateOfFile(phone).equals("ready"));
    }

    private String stateOfFile(String phone) {
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        var conversation = agent.conversationsOf(phone).getFirst().path("id").asString();
        var message = agent.items("/conversations/" + conversation + "/messages").getFirst();
        return message.path("content").path("media").path("state").asString();
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Takes a small disk for the files, where whoever runs the tests may mount one. */
    private void onAFullDisk(Work work) throws Exception {
        Files.createDirectories(media());
        var mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "none", media().toString());
        assumeThat(mounted).as("the right to mount a small disk").isZero();
        try {
            work.run();
        } finally {
            run("umount", "-l", media().toString());
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
