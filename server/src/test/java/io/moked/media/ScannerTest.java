package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Files are looked through for viruses before anybody sees them, where there is a scanner. */
@MokedTest
class ScannerTest extends Journey {

    private static final ClamStub CLAM = ClamStub.start();

    private final String phone = Meta.newPhone();

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry settings) {
        settings.add("moked.media.scanner.host", () -> "localhost");
        settings.add("moked.media.scanner.port", CLAM::port);
    }

    @AfterEach
    void answer() {
        CLAM.beAway(false);
    }

    @Test
    void aFileWithoutAVirusIsShown() throws Exception {
        var thread = receive("good words");
        awaitState(thread, "ready");
        assertThat(media(thread).path("scan").asString()).isEqualTo("clean");
        assertThat(agent.download(path(thread))).isEqualTo("good words".getBytes());
    }

    @Test
    void aFileWithAVirusIsNeverShown() throws Exception {
        var thread = receive("a " + ClamStub.VIRUS);
        awaitState(thread, "infected");
        assertThat(media(thread).path("scan").asString()).isEqualTo("infected");
        assertThat(agent.fetch(path(thread)).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileWaitsForAScannerThatIsAway() throws Exception {
        CLAM.beAway(true);
        var thread = receive("good words");
        awaitState(thread, "arrived");
        await().until(() -> CLAM.turnedAway() > 0);
        assertThat(media(thread).path("state").asString()).isEqualTo("arrived");
        assertThat(media(thread).path("scan").asString()).isEqualTo("not-scanned");
        assertThat(agent.fetch(path(thread)).statusCode()).isEqualTo(404);
        CLAM.beAway(false);
        awaitState(thread, "ready");
    }

    @Test
    void aFileTooLargeForTheScannerIsShownAsNotScanned() {
        var thread = receive("words " + "x".repeat(ClamStub.MOST_BYTES));
        awaitState(thread, "ready");
        assertThat(media(thread).path("scan").asString()).isEqualTo("not-scanned");
    }

    @Test
    void anUploadedFileWithAVirusIsNotReadByAnybodyElse() throws Exception {
        var words = ("a " + ClamStub.VIRUS).getBytes(StandardCharsets.US_ASCII);
        var uploaded = agent.upload("a.txt", "text/plain", words).body();
        var path = "/media/" + uploaded.path("id").asString();
        await().until(() -> agent.fetch(path).statusCode() == 404);
    }

    private String receive(String words) {
        var atMeta = UUID.randomUUID().toString();
        GraphStub.get().keep(atMeta, words.getBytes(StandardCharsets.US_ASCII));
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), ""));
        message.put("type", "document");
        message.put("document", Map.of("id", atMeta, "mime_type", "text/plain"));
        meta.deliver(business, List.of(message));
        return "/conversations/" + idOf(phone) + "/messages";
    }

    private JsonNode media(String thread) {
        return agent.items(thread).getFirst().path("content").path("media");
    }

    private String path(String thread) {
        return "/media/" + media(thread).path("id").asString();
    }

    private void awaitState(String thread, String state) {
        await().until(() -> media(thread).path("state").asString().equals(state));
    }
}
