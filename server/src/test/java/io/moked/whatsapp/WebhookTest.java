package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.Channels;
import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantScope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MokedTest
class WebhookTest {

    private static final int MOST_BYTES = 3 * 1024 * 1024;

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @Autowired MeterRegistry meters;
    @LocalServerPort int port;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private double counted(String outcome) {
        return meters.get("moked.webhooks").tag("outcome", outcome).counter().count();
    }

    @Test
    void rejectsWhatMetaDidNotSign() {
        var body = bytes("{\"object\":\"whatsapp_business_account\",\"entry\":[]}");
        var before = counted("unsigned");
        var meta = new Meta(port);
        assertThat(meta.post(body, null)).isEqualTo(401);
        assertThat(meta.post(body, "sha256=")).isEqualTo(401);
        assertThat(meta.post(body, "sha256=nothex")).isEqualTo(401);
        assertThat(meta.post(body, "sha1=" + Meta.sign(body))).isEqualTo(401);
        assertThat(meta.post(body, "sha256=" + Meta.sign(bytes("another")))).isEqualTo(401);
        assertThat(counted("unsigned") - before).isEqualTo(5);
    }

    @Test
    void rejectsWhatIsLargerThanMetaSendsAndTakesTheLargest() {
        var meta = new Meta(port);
        assertThat(meta.post(new byte[MOST_BYTES + 1])).isEqualTo(413);
        assertThat(meta.post(new byte[MOST_BYTES])).isEqualTo(200);
    }

    @Test
    void keepsChangesOfFieldsThatNothingReadsYet() {
        var field = "field-" + UUID.randomUUID();
        var change =
                java.util.Map.<String, Object>of("field", field, "value", java.util.Map.of("a", 1));
        assertThat(new Meta(port).post(Meta.body(List.of(change)))).isEqualTo(200);
        await().until(() ->
                worker.jdbc()
                                .sql(
                                        "select count(*) from whatsapp.unread_change where field = :field")
                                .param("field", field)
                                .query(Integer.class)
                                .single()
                        == 1);
        var listed = operator().items("/unread-changes");
        assertThat(listed).filteredOn(it -> it.path("field").asString().equals(field)).hasSize(1);
        assertThat(listed.toString()).doesNotContain("\"a\"");
    }

    @Test
    void keepsChangesThatTellOfErrorsOnly() {
        var mark = "mark-" + UUID.randomUUID();
        var errors = List.of(java.util.Map.<String, Object>of("code", 131052, "title", mark));
        var change = Meta.change("404404404", "errors", errors);
        assertThat(new Meta(port).post(Meta.body(List.of(change)))).isEqualTo(200);
        await().until(() ->
                worker.jdbc()
                                .sql(
                                        "select count(*) from whatsapp.unread_change where position(:mark in body) > 0")
                                .param("mark", bytes(mark))
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    @Test
    void shakesHandsWithWhoeverKnowsTheToken() throws Exception {
        var right = handshake(Meta.TOKEN.replace(" ", "%20"));
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158201444");
        assertThat(handshake("guess").statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> handshake(String token) throws IOException, InterruptedException {
        var query = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + token;
        var address = URI.create("http://localhost:" + port + "/webhooks/whatsapp" + query);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void anOperatorReplaysWhatCameBeforeItsNumberWasConnected() {
        var business = Business.create(server);
        var number = Meta.newPhone();
        var phone = Meta.newPhone();
        var text = Meta.text(phone, Meta.newId(), "anybody there?");
        var change = Meta.change(number, "messages", List.of(text));
        assertThat(new Meta(port).post(Meta.body(List.of(change)))).isEqualTo(200);
        await().until(() -> lettersAbout(phone).size() == 1);

        var wanted = new Channels.NewChannel("Late", number, "+1 555 000", "token", null);
        TenantScope.run(
                business.tenant().id(), () -> server.getBean(Channels.class).connect(wanted));
        operator().post("/dead-letters/" + lettersAbout(phone).getFirst() + "/replays", null);

        var agent = Api.of(port, business.agent());
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        assertThat(lettersAbout(phone)).isEmpty();
    }

    private List<UUID> lettersAbout(String phone) {
        return worker.jdbc()
                .sql(
                        "select id from whatsapp.dead_letter where reason = 'number-not-served' and position(:phone in body) > 0")
                .param("phone", bytes(phone))
                .query(UUID.class)
                .list();
    }

    private Api operator() {
        return Api.of(port, Business.operator(server));
    }
}
