package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whatever is delivered, the answer is the promised one, and the log says nothing of it. */
@MokedTest
@ExtendWith(OutputCaptureExtension.class)
class BadDeliveriesTest {

    private static final int MOST_BYTES = 3 * 1024 * 1024;
    private static final int LEVELS = 100_000;

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @Autowired MeterRegistry meters;
    @LocalServerPort int port;

    private final String secret = "hush-" + UUID.randomUUID();

    /** What comes, signed as Meta would sign it, and why it is set aside. */
    private enum Bad {
        EMPTY("", "unknown-object"),
        TRUNCATED("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"SECRET", "not-json"),
        NESTED("[".repeat(LEVELS) + "\"SECRET\"" + "]".repeat(LEVELS), "not-json"),
        NESTED_OBJECTS("{\"\":".repeat(LEVELS) + "\"SECRET\"" + "}".repeat(LEVELS), "not-json"),
        NO_UTF8("{\"SECRET\u00C3\u0028\":1}", "not-json"),
        NUL("{\"object\":\"SECRET\u0000\"}", "not-json"),
        NO_JSON("SECRET", "not-json"),
        A_NUMBER("7", "unknown-object"),
        UNKNOWN_OBJECT("{\"object\":\"page\",\"entry\":[],\"x\":\"SECRET\"}", "unknown-object");

        private final String body;
        private final String reason;

        Bad(String body, String reason) {
            this.body = body;
            this.reason = reason;
        }

        /** One byte a letter, so that any bytes can be written down here. */
        byte[] bytes(String secret) {
            return body.replace("SECRET", secret).getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSignedButCannotBeReadIsKeptAndSetAside(Bad bad, CapturedOutput output) {
        var before = counted("kept");
        var body = bad.bytes(secret);
        var others = deadLetters(body, bad.reason);
        assertThat(new Meta(port).post(body)).isEqualTo(200);
        assertThat(counted("kept") - before).isEqualTo(1);
        await().until(() -> deadLetters(body, bad.reason) == others + 1);
        assertThat(output).doesNotContain(secret);
    }

    @Test
    void whatNobodySignedIsNotKept(CapturedOutput output) {
        var before = counted("unsigned");
        var meta = new Meta(port);
        for (var bad : Bad.values()) {
            assertThat(meta.post(bad.bytes(secret), null)).isEqualTo(401);
            assertThat(meta.post(bad.bytes(secret), "sha256=" + Meta.sign(new byte[1])))
                    .isEqualTo(401);
        }
        assertThat(counted("unsigned") - before).isEqualTo(2 * Bad.values().length);
        assertThat(output).doesNotContain(secret);
    }

    @Test
    void whatIsLargerThanMetaSendsIsNotKept() {
        var before = counted("too-large");
        assertThat(new Meta(port).post(new byte[MOST_BYTES + 1])).isEqualTo(413);
        assertThat(new Meta(port).post(new byte[MOST_BYTES + 1], null)).isEqualTo(413);
        assertThat(counted("too-large") - before).isEqualTo(2);
    }

    @Test
    void whatIsForANumberNobodyConnectedIsCountedAndNotLogged(CapturedOutput output) {
        var counter = meters.get("moked.webhooks.unknown.number").tag("outcome", "kept").counter();
        var before = counter.count();
        var phone = Meta.newPhone();
        var message = Meta.text(phone, Meta.newId(), secret);
        var change = Meta.change("404" + phone, "messages", List.of(message));
        assertThat(new Meta(port).post(Meta.body(List.of(change)))).isEqualTo(200);
        await().until(() -> counter.count() == before + 1);
        assertThat(output).doesNotContain(secret).doesNotContain(phone);
    }

    /** Neither is text to the database; the rest of the message is, and counts. */
    @Test
    void lettersThatAreNoneAreReplacedAndTheMessageIsRead(CapturedOutput output) {
        var business = Business.create(server);
        var agent = Api.of(port, business.agent());
        var phone = Meta.newPhone();
        var body = secret + " a\u0000b \uD83D c \uDE00\uD83D d \uD83D\uDE00";
        var text = new HashMap<>(Meta.text(phone, Meta.newId(), body));
        text.put("from_user_id", "IL." + phone);
        var profile = Map.of("name", "N\u0000a\uD83Dme", "username", "u\uDE00");
        var contact = Map.<String, Object>of("wa_id", phone, "profile", profile);
        var change =
                Meta.change(business.phoneNumberId(), "messages", List.of(text), List.of(contact));
        assertThat(new Meta(port).post(Meta.body(List.of(change)))).isEqualTo(200);
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        var conversation = agent.conversationsOf(phone).getFirst();
        assertThat(conversation.path("lastMessage").path("preview").asString())
                .isEqualTo(secret + " a\uFFFDb \uFFFD c \uFFFD\uFFFD d \uD83D\uDE00");
        assertThat(conversation.path("contact").path("name").asString())
                .isEqualTo("N\uFFFDa\uFFFDme");
        assertThat(output).doesNotContain(secret);
    }

    /** Longer than any index of the database takes, and no two letters of it the same for long. */
    @Test
    void anIdThatTheDatabaseDoesNotTakeHoldsUpNothingBehindIt() {
        var business = Business.create(server);
        var agent = Api.of(port, business.agent());
        var phone = Meta.newPhone();
        var meta = new Meta(port);
        var endless = new StringBuilder("wamid.");
        while (endless.length() < 12_000) {
            endless.append(UUID.randomUUID());
        }
        for (var id : List.of(endless.toString(), Meta.newId())) {
            var message = Meta.text(phone, id, "one of two");
            var change = Meta.change(business.phoneNumberId(), "messages", List.of(message));
            assertThat(meta.post(Meta.body(List.of(change)))).isEqualTo(200);
        }
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        // It would be tried four times more.
        worker.jdbc().sql("delete from whatsapp.delivery where attempts > 0").update();
    }

    private double counted(String outcome) {
        return meters.get("moked.webhooks").tag("outcome", outcome).counter().count();
    }

    private int deadLetters(byte[] body, String reason) {
        return (int)
                worker
                        .jdbc()
                        .sql("select body from whatsapp.dead_letter where reason = :reason")
                        .param("reason", reason)
                        .query(byte[].class)
                        .list()
                        .stream()
                        .filter(it -> Arrays.equals(it, body))
                        .count();
    }
}
