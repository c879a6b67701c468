package io.moked.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Files that come late, come wrong, or do not come. */
@MokedTest
class FetchesTest extends Journey {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    private final String atMeta = UUID.randomUUID().toString();
    private final String phone = Meta.newPhone();

    @Test
    void aFileThatMetaDoesNotHaveFailsAndIsFetchedOnceSomebodyAsksForIt() {
        var file = arrive();
        awaitState("failed");
        GraphStub.get().keep(atMeta, PICTURE);
        assertThat(agent.post("/media/" + file + "/retries", null).status()).isEqualTo(202);
        awaitState("ready");
    }

    @Test
    void aFileThatIsHereIsNotFetchedAgain() {
        GraphStub.get().keep(atMeta, PICTURE);
        var file = arrive();
        awaitState("ready");
        assertThat(agent.post("/media/" + file + "/retries", null).status()).isEqualTo(202);
        awaitState("ready");
        assertThat(GraphStub.get().fetched(atMeta)).isOne();
    }

    @Test
    void aFileThatIsHereStaysAsItIsWhenItsMessageIsDeliveredAgain() {
        GraphStub.get().keep(atMeta, PICTURE);
        var id = Meta.newId();
        var file = arrive(id);
        awaitState("ready");
        arrive(id);
        meta.says(business, phone, "after it");
        await().until(() -> wordsIn(idOf(phone)).contains("after it"));
        await().until(() -> isNotWanted(file));
        assertThat(GraphStub.get().fetched(atMeta)).isOne();
    }

    private boolean isNotWanted(String file) {
        return inTheDatabase(jdbc ->
                jdbc.sql(
                                "select not exists (select from whatsapp.media_fetch where media_id = :id)")
                        .param("id", UUID.fromString(file))
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void aFileThatMetaDoesNotHandOutIsLateAndComesOnceSomebodyAsksForIt() {
        GraphStub.get().keep(atMeta, PICTURE);
        GraphStub.get().tell("GET " + atMeta, "{\"error\": {\"code\": 190}}");
        var file = arrive();
        await().atMost(Duration.ofMinutes(1)).until(() -> stateIs("late"));
        GraphStub.get().forget("GET " + atMeta);
        assertThat(agent.post("/media/" + file + "/retries", null).status()).isEqualTo(202);
        awaitState("ready");
    }

    @Test
    void aFileThatMetaSaysIsMissingFails() {
        GraphStub.get()
                .tell("GET " + atMeta, "{\"error\": {\"code\": 100, \"error_subcode\": 33}}");
        arrive();
        awaitState("failed");
    }

    @Test
    void aFileThatMetaNoLongerKeepsIsNotAskedForAgain() {
        var file = arrive();
        awaitState("failed");
        forget(file);
        var answer = agent.post("/media/" + file + "/retries", null);
        assertThat(answer.code()).isEqualTo("media-gone");
        awaitState("failed");
    }

    @Test
    void nobodyElseHasAFileFetched() {
        var file = arrive();
        awaitState("failed");
        var stranger = Api.of(port, Business.create(server).administrator());
        assertThat(stranger.post("/media/" + file + "/retries", null).status()).isEqualTo(404);
    }

    @Test
    void aFileShorterThanMetaSaysIsFetchedAgainAtAnotherAddress() {
        GraphStub.get().keep(atMeta, PICTURE);
        GraphStub.get().cutShort(atMeta);
        arrive();
        awaitState("ready");
        assertThat(GraphStub.get().fetched(atMeta)).isEqualTo(2);
        assertThat(media().path("size").asInt()).isEqualTo(PICTURE.length);
    }

    @Test
    void aFileIsCalledWhatItsNameSaysAndNotWhatItLooksLike() {
        var atMeta = UUID.randomUUID().toString();
        var words = "words".getBytes(StandardCharsets.UTF_8);
        GraphStub.get().keep(atMeta, words);
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), ""));
        var name = "photo\u202Egpj.exe";
        message.put("type", "document");
        message.put("document", Map.of("id", atMeta, "mime_type", "text/plain", "filename", name));
        meta.deliver(business, List.of(message));
        assertThat(media().path("fileName").asString()).isEqualTo("photogpj.exe");
        assertThat(agent.upload(name, "text/plain", words).body().path("fileName").asString())
                .isEqualTo("photogpj.exe");
    }

    private String arrive() {
        return arrive(Meta.newId());
    }

    private String arrive(String messageId) {
        Map<String, Object> image =
                Map.of(
                        "from",
                        phone,
                        "id",
                        messageId,
                        "timestamp",
                        Long.toString(Instant.now().getEpochSecond()),
                        "type",
                        "image",
                        "image",
                        Map.of("id", atMeta, "mime_type", "image/png"));
        meta.deliver(business, List.of(image));
        return media().path("id").asString();
    }

    private JsonNode media() {
        return agent.items("/conversations/" + idOf(phone) + "/messages")
                .getFirst()
                .path("content")
                .path("media");
    }

    private void awaitState(String state) {
        await().until(() -> stateIs(state));
    }

    private boolean stateIs(String state) {
        return media().path("state").asString().equals(state);
    }

    private void forget(String file) {
        inTheDatabase(jdbc ->
                jdbc.sql("delete from whatsapp.media_fetch where media_id = :id")
                        .param("id", UUID.fromString(file))
                        .update());
    }

    private <T> T inTheDatabase(Function<JdbcClient, T> work) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx -> work.apply(server.getBean(JdbcClient.class))));
    }
}
