package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What becomes of the files of messages that are taken back. */
@MokedTest
class TakenBackTest extends Journey {

    private static final Instant NOW = Instant.now();

    private String phone;
    private String conversation;

    private Map<String, Object> item(String type, Object of, Instant at) {
        return Map.of(
                "from",
                phone,
                "id",
                Meta.newId(),
                "timestamp",
                Long.toString(at.getEpochSecond()),
                "type",
                type,
                type,
                of);
    }

    @Test
    void theFileOfAMessageTakenBackIsForNobodyInWhateverOrderTheyCome() throws Exception {
        phone = Meta.newPhone();
        var early = pictured();
        meta.deliver(business, List.of(taken(early)));
        var late = pictured();
        meta.deliver(business, List.of(early, late));
        conversation = idOf(phone);
        await().until(() -> agent.items(messages()).size() == 2);
        var file = agent.items(messages()).getFirst().path("content").path("media");
        var path = "/media/" + file.path("id").asString();
        await().until(() -> agent.fetch(path).statusCode() == 200);
        meta.deliver(business, List.of(taken(late)));
        await().until(() -> !agent.items(messages()).getFirst().path("revokedAt").isNull());
        for (var each : filesOf(conversation)) {
            for (var reader : List.of(business.agent(), business.administrator())) {
                var read = Api.of(port, reader).fetch("/media/" + each);
                assertThat(read.statusCode()).isEqualTo(404);
                assertThat(Api.of(port, reader).fetch("/media/" + each + "/preview").statusCode())
                        .isEqualTo(404);
            }
        }
    }

    private String messages() {
        return "/conversations/" + conversation + "/messages";
    }

    private Map<String, Object> pictured() {
        var atMeta = UUID.randomUUID().toString();
        GraphStub.get().keep(atMeta, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});
        return item("image", Map.of("id", atMeta, "mime_type", "image/jpeg"), NOW);
    }

    private Map<String, Object> taken(Map<String, Object> message) {
        return item("revoke", Map.of("original_message_id", message.get("id")), NOW);
    }

    private List<UUID> filesOf(String conversation) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        select media_id from conversation.shared_file
                                                        where conversation_id = :id
                                                        """)
                                                .param("id", UUID.fromString(conversation))
                                                .query(UUID.class)
                                                .list()));
    }

    @Test
    void aFileThatAnotherMessageStillShowsStays() throws Exception {
        phone = Meta.newPhone();
        meta.says(business, phone, "hello");
        conversation = idOf(phone);
        var uploaded = agent.upload("a.txt", "text/plain", "words".getBytes()).body();
        var file = uploaded.path("id").asString();
        var first = sendsFile(file);
        var second = sendsFile(file);
        takeBack(first);
        await().until(() -> isTakenBack(first));
        assertThat(agent.fetch("/media/" + file).statusCode()).isEqualTo(200);
        takeBack(second);
        await().until(() -> isTakenBack(second));
        assertThat(agent.fetch("/media/" + file).statusCode()).isEqualTo(404);
    }

    /** The message, once Meta has given it a name. */
    private String sendsFile(String file) {
        var content = Map.of("type", "document", "mediaId", file);
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        var id =
                agent.post("/conversations/" + conversation + "/replies", reply)
                        .body()
                        .path("id")
                        .asString();
        await().until(() -> messageOf(id).path("status").asString().equals("sent"));
        return id;
    }

    private JsonNode messageOf(String id) {
        return agent.items(messages()).stream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private boolean isTakenBack(String id) {
        return !messageOf(id).path("revokedAt").isNull();
    }

    /** As the owner does in the app. */
    private void takeBack(String id) {
        var about = Map.of("original_message_id", nameOf(id));
        meta.deliver(business, List.of(item("revoke", about, NOW)));
    }

    private String nameOf(String id) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        "select external_id from conversation.message where id = :id")
                                                .param("id", UUID.fromString(id))
                                                .query(String.class)
                                                .single()));
    }
}
