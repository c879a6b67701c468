package io.moked.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MokedTest
@ExtendWith(OutputCaptureExtension.class)
class EventStreamTest {

    @Autowired ApplicationContext server;
    @Autowired List<TimedWork> works;
    @LocalServerPort int port;

    private Business business;

    @BeforeEach
    void open() {
        business = Business.create(server);
    }

    @Test
    void aConsoleHearsWhatHappensAndNothingOfWhatWasSaid() throws Exception {
        try (var console = new Console(port, business.agent().token(), null)) {
            await().until(() -> console.names().contains("ready"));
            new Meta(port).says(business, Meta.newPhone(), "a secret word");
            await().until(() -> console.names().size() == 4);
            assertThat(console.names())
                    .containsExactly(
                            "ready",
                            "conversation.opened",
                            "conversation.message-received",
                            "conversation.queued");
            assertThat(console.heard.toString())
                    .doesNotContain("secret")
                    .contains("messageId")
                    .contains("conversationId");
        }
    }

    @Test
    void aConsoleThatComesBackIsToldExactlyWhatItMissed() throws Exception {
        String last;
        try (var console = new Console(port, business.agent().token(), null)) {
            await().until(() -> console.names().contains("ready"));
            last = console.heard.getFirst().id();
        }
        var meta = new Meta(port);
        var phone = Meta.newPhone();
        for (int n = 0; n < 5; n++) {
            meta.says(business, phone, "while you were away " + n);
        }
        var agent = Api.of(port, business.agent());
        await().until(() ->
                agent.conversationsOf(phone).stream()
                        .anyMatch(it -> it.path("unread").asInt() == 5));
        try (var console = new Console(port, business.agent().token(), last)) {
            await().until(() -> console.names().size() >= 7);
            meta.says(business, phone, "and now");
            await().until(() -> console.names().size() >= 8);
            assertThat(console.names()).hasSize(8).doesNotContain("ready", "resync");
            assertThat(console.heard.stream().map(Console.Event::id).distinct()).hasSize(8);
        }
    }

    @Test
    void aConsoleWhosePlaceIsUnknownIsToldToStartAfresh() throws Exception {
        for (var lost : List.of("nonsense", "999999999999-1", "1-")) {
            try (var console = new Console(port, business.agent().token(), lost)) {
                await().until(() -> !console.names().isEmpty());
                assertThat(console.names()).containsExactly("resync");
            }
        }
    }

    @Test
    void whoLosesAConversationCanBeTold() throws Exception {
        var phone = Meta.newPhone();
        new Meta(port).says(business, phone, "hello?");
        var agent = Api.of(port, business.agent());
        var colleague = Api.of(port, business.colleague());
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        var id = agent.conversationsOf(phone).getFirst().path("id").asString();
        agent.reply(id, "mine");
        try (var console = new Console(port, business.agent().token(), null)) {
            await().until(() -> console.names().contains("ready"));
            var took =
                    Map.of(
                            "assigneeId",
                            business.colleague().id(),
                            "expected",
                            business.agent().id());
            colleague.put("/conversations/" + id + "/assignment", took);
            await().until(() -> console.names().contains("conversation.assigned"));
            assertThat(console.lastOf("conversation.assigned"))
                    .contains("\"previousAssigneeId\":\"" + business.agent().id() + "\"")
                    .contains("\"assigneeId\":\"" + business.colleague().id() + "\"");
            agent.post("/conversations/" + id + "/resolution", null);
            await().until(() -> console.names().contains("conversation.resolved"));
            assertThat(console.lastOf("conversation.resolved"))
                    .contains("\"previousAssigneeId\":\"" + business.colleague().id() + "\"");
        }
    }

    @Test
    void consolesThatBreakOffAreNoFault(CapturedOutput output) throws Exception {
        var meta = new Meta(port);
        var phone = Meta.newPhone();
        for (int round = 0; round < 5; round++) {
            for (int n = 0; n < 20; n++) {
                breakOff(business.agent().token());
            }
            meta.says(business, phone, "is anybody there? " + round);
        }
        try (var console = new Console(port, business.agent().token(), null)) {
            await().until(() -> console.names().contains("ready"));
            meta.says(business, phone, "and now?");
            await().until(() -> console.names().contains("conversation.message-received"));
        }
        assertThat(output).doesNotContain("A request failed");
    }

    /** Opens a stream and resets the connection, as a machine does that falls asleep. */
    private void breakOff(String token) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            var request =
                    "GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                            + "Authorization: Bearer %s\r\n\r\n";
            socket.getOutputStream()
                    .write(request.formatted(token).getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        }
    }

    @Test
    void aConsoleThatComesBackAfterItsPlaceWasForgottenIsToldToStartAfresh() throws Exception {
        String last;
        try (var console = new Console(port, business.agent().token(), null)) {
            await().until(() -> console.names().contains("ready"));
            last = console.heard.getFirst().id();
        }
        new Meta(port).says(business, Meta.newPhone(), "while you were away");
        var agent = Api.of(port, business.agent());
        await().until(() -> !agent.items("/conversations").isEmpty());
        await().until(() -> forget() > 0);
        try (var console = new Console(port, business.agent().token(), last)) {
            await().until(() -> !console.names().isEmpty());
            assertThat(console.names()).containsExactly("resync");
            new Meta(port).says(business, Meta.newPhone(), "and now");
            await().until(() -> console.names().size() == 4);
        }
    }

    /** As if some days had gone by; the followers have read it by now, or not yet. */
    private int forget() {
        var sweep = works.stream().filter(it -> it.name().equals("journal-entries")).findFirst();
        int forgotten = 0;
        for (int part = 1; part > 0; forgotten += part) {
            part = sweep.orElseThrow().part().applyAsInt(Instant.now().plus(Duration.ofDays(3)));
        }
        return forgotten;
    }

    @Test
    void aConsoleHearsNothingOfAnotherTenant() throws Exception {
        var other = Business.create(server);
        try (var console = new Console(port, business.agent().token(), null)) {
            await().until(() -> console.names().contains("ready"));
            new Meta(port).says(other, Meta.newPhone(), "not for you");
            new Meta(port).says(business, Meta.newPhone(), "for you");
            await().until(() -> console.names().size() >= 4);
            assertThat(console.names()).hasSize(4);
        }
    }

    @Test
    void aConsoleWhoseSessionEndsIsLetGoAndItsUsersOtherSessionsAreNot() throws Exception {
        var ended = session(business.manager());
        try (var stays = new Console(port, session(business.manager()), null);
                var program = new Console(port, business.manager().token(), null);
                var goes = new Console(port, ended, null)) {
            await().until(() ->
                    Stream.of(stays, program, goes).allMatch(it -> it.names().contains("ready")));
            new Api(port, ended).delete("/session");
            await().until(() -> goes.over);
            await().until(() -> stays.names().contains("access.signed-out"));
            assertThat(stays.over).isFalse();
            assertThat(program.over).isFalse();
        }
    }

    @Test
    void anAdministratorEndsWhatAUserListensTo() throws Exception {
        var administrator = new Api(port, session(business.administrator()));
        try (var stays = new Console(port, session(business.manager()), null);
                var goes = new Console(port, session(business.agent()), null)) {
            await().until(() -> stays.names().contains("ready") && goes.names().contains("ready"));
            administrator.delete("/users/" + business.agent().id() + "/sessions");
            await().until(() -> goes.over);
            await().until(() -> stays.names().contains("access.session-ended"));
            assertThat(stays.over).isFalse();
        }
    }

    @Test
    void aRevokedTokenHearsNothingMore() throws Exception {
        var administrator = new Api(port, session(business.administrator()));
        var token = administrator.post("/api-tokens", Map.of("name", "robot")).body();
        try (var goes = new Console(port, token.path("secret").asString(), null)) {
            await().until(() -> goes.names().contains("ready"));
            administrator.delete("/api-tokens/" + token.path("id").asString());
            await().until(() -> goes.over);
        }
    }

    private String session(Business.Member member) {
        return TenantScope.call(business.tenant().id(), () -> Business.session(server, member));
    }
}
