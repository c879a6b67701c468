package io.moked.walls;

import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import io.moked.realtime.Console;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Nothing of another tenant is told, wherever one begins to listen. */
@MokedTest
class TenantTwinStreamTest {

    @LocalServerPort int port;
    @Autowired ApplicationContext server;

    private Twin ours;
    private Twin theirs;

    @BeforeEach
    void createTwins() throws IOException {
        ours = Twin.create(server, port);
        theirs = Twin.create(server, port);
    }

    private Console listen(Twin twin, @Nullable String lastSeen) throws Exception {
        return new Console(port, twin.business().administrator().token(), lastSeen);
    }

    private static void awaitNote(Twin twin, Console console) {
        await().until(() ->
                console.heard("conversation.noted")
                        && console.heard(twin.conversation().toString()));
    }

    @Test
    void whileItHappens() throws Exception {
        try (var console = listen(ours, null)) {
            await().until(console::isReady);
            theirs.note();
            ours.note();
            awaitNote(ours, console);
            theirs.assertUnnamedIn(console.everything(), "as it happens");
        }
    }

    @Test
    void afterAPlaceOfTheirs() throws Exception {
        String before;
        String after;
        try (var console = listen(theirs, null)) {
            await().until(console::isReady);
            before = console.place();
            theirs.note();
            awaitNote(theirs, console);
            after = console.place();
        }
        ours.note();
        for (var place : List.of(before, after)) {
            try (var console = listen(ours, place)) {
                awaitNote(ours, console);
                theirs.assertUnnamedIn(console.everything(), "replayed after " + place);
            }
        }
    }
}
