package io.moked;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of an answer out, over the doors that others use. */
@MokedTest
class ReplyJourneyTest extends Journey {

    private static final byte[] PICTURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};

    @Test
    void anAnswerReachesTheContactAndItsTicksRise() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var reply = agent.reply(conversation, "Good morning");
        assertThat(reply.status()).isEqualTo(201);
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
        var sent = GraphStub.get().acceptedFor(phone).getFirst();
        assertThat(sent.path("text").path("body").asString()).isEqualTo("Good morning");
        var reference = UUID.fromString(sent.path("biz_opaque_callback_data").asString());
        for (var status : List.of("played", "read", "sent", "delivered")) {
            meta.tells(business, Meta.status("wamid.of." + reference, status, reference));
        }
        await().until(() -> statusOf(conversation).equals("played"));
        meta.says(business, phone, "thanks");
        wordsOnceThereAre(3, conversation);
        assertThat(
                        agent.items("/conversations/" + conversation + "/messages")
                                .get(1)
                                .path("status")
                                .asString())
                .isEqualTo("played");
    }

    @Test
    void aPictureOfAnAgentIsUploadedAndSentWithItsCaption() throws Exception {
        var phone = Meta.newPhone();
        meta.says(business, phone, "what does it look like?");
        var conversation = idOf(phone);
        var media = agent.upload("orchid.png", "image/png", PICTURE).body();
        var content =
                Map.of(
                        "type",
                        "image",
                        "mediaId",
                        media.path("id").asString(),
                        "caption",
                        "like this");
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        assertThat(agent.post("/conversations/" + conversation + "/replies", reply).status())
                .isEqualTo(201);
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
        var sent = GraphStub.get().acceptedFor(phone).getFirst();
        assertThat(sent.path("image").path("id").asString()).startsWith("uploaded-");
        assertThat(sent.path("image").path("caption").asString()).isEqualTo("like this");
        assertThat(agent.download("/media/" + media.path("id").asString())).isEqualTo(PICTURE);
    }

    @Test
    void aDocumentThatCallsItselfAPictureIsNotSentAsOne() throws Exception {
        var phone = Meta.newPhone();
        meta.says(business, phone, "what does it look like?");
        var media =
                agent.upload("orchid.png", "image/png", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))
                        .body();
        assertThat(media.path("mimeType").asString()).isEqualTo("application/pdf");
        var content = Map.of("type", "image", "mediaId", media.path("id").asString());
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        assertThat(agent.post("/conversations/" + idOf(phone) + "/replies", reply).code())
                .isEqualTo("media-not-sendable");
    }

    @Test
    void aFileThatWhatsAppWouldDropIsRefusedWhenItIsUploaded() {
        var film = "\0\0\0\u0014ftypqt  ".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(agent.upload("film.mp4", "video/mp4", film).code())
                .isEqualTo("media-not-sendable");
        assertThat(agent.upload("all.zip", "application/zip", "PK\3\4".getBytes(US_ASCII)).code())
                .isEqualTo("media-not-sendable");
        assertThat(agent.upload("empty.txt", "text/plain", new byte[0]).code())
                .isEqualTo("media-empty");
        var picture = Arrays.copyOf(PICTURE, 5 * 1024 * 1024 + 1);
        assertThat(agent.upload("large.png", "image/png", picture).code())
                .isEqualTo("media-too-large");
        var document = Arrays.copyOf("%PDF-1.7".getBytes(US_ASCII), picture.length);
        assertThat(agent.upload("large.pdf", "application/pdf", document).status()).isEqualTo(201);
    }

    @Test
    void whatCanBeSentIsToldBeforeItIsTried() {
        var limits = agent.get("/limits");
        var picture = limits.path("files").path(0);
        assertThat(picture.path("type").asString()).isEqualTo("image");
        assertThat(picture.path("bytes").asLong()).isEqualTo(5 * 1024 * 1024);
        assertThat(Api.list(picture.path("mimeTypes")))
                .extracting(it -> it.asString())
                .containsExactly("image/jpeg", "image/png");
        int most = limits.path("textCharacters").asInt();
        var phone = Meta.newPhone();
        meta.says(business, phone, "tell me everything");
        var conversation = idOf(phone);
        assertThat(agent.reply(conversation, "x".repeat(most)).status()).isEqualTo(201);
        var refused = agent.reply(conversation, "x".repeat(most + 1));
        assertThat(refused.code()).isEqualTo("text-too-long");
        assertThat(refused.body().path("limit").asInt()).isEqualTo(most);
    }

    private String statusOf(String conversation) {
        return agent.items("/conversations/" + conversation + "/messages")
                .getFirst()
                .path("status")
                .asString();
    }

    @Test
    void theSameClientIdTwiceIsOneReply() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var clientId = UUID.randomUUID();
        var first = agent.reply(conversation, clientId, "Once");
        var again = agent.reply(conversation, clientId, "Once");
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(agent.reply(conversation, clientId, "Twice").code()).isEqualTo("client-id-used");
        assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
        assertThat(again.body().path("at")).isEqualTo(first.body().path("at"));
        agent.reply(conversation, "Twice");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 2);
    }

    @Test
    void rejectsAReplyOutsideTheServiceWindow() {
        var phone = Meta.newPhone();
        var yesterday = Instant.now().minus(25, ChronoUnit.HOURS);
        meta.deliver(business, List.of(Meta.text(phone, Meta.newId(), "old", yesterday)));
        var answer = agent.reply(idOf(phone), "too late");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("service-window-closed");
    }

    @Test
    void anAnswerThatIsLostIsNeverSentAgainByAMachine() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        GraphStub.get().next(GraphStub.get().acceptAndHangUp());
        agent.reply(conversation, "Did this arrive?");
        await().until(() -> statusOf(conversation).equals("unconfirmed"));
        assertThat(GraphStub.get().acceptedFor(phone)).hasSize(1);
        var reference =
                UUID.fromString(
                        GraphStub.get()
                                .acceptedFor(phone)
                                .getFirst()
                                .path("biz_opaque_callback_data")
                                .asString());
        meta.tells(business, Meta.status("wamid.late." + reference, "delivered", reference));
        await().until(() -> statusOf(conversation).equals("delivered"));
        assertThat(GraphStub.get().acceptedFor(phone)).hasSize(1);
    }

    @Test
    void aReceiptThatComesBeforeItsMessageIsKnownWaitsForIt() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var id = "wamid.early." + UUID.randomUUID();
        GraphStub.get()
                .next((exchange, message) -> {
                    var status = new HashMap<>(Meta.status(id, "delivered", UUID.randomUUID()));
                    status.remove("biz_opaque_callback_data");
                    meta.tells(business, status);
                    await().until(() -> isParked(id));
                    GraphStub.get()
                            .answer(200, "{\"messages\":[{\"id\":\"" + id + "\"}]}")
                            .to(exchange, message);
                });
        agent.reply(conversation, "quick");
        await().until(() -> statusOf(conversation).equals("delivered"));
    }

    private boolean isParked(String id) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                        .sql(
                                                                "select count(*) from conversation.parked_receipt where external_id = :id")
                                                        .param("id", id)
                                                        .query(Integer.class)
                                                        .single()
                                                == 1));
    }
}
