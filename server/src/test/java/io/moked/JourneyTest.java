package io.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.database.WorkerDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** The way of a message in, and of the answer out, over the doors that others use. */
@MokedTest
class JourneyTest {

    @Autowired ApplicationContext server;
    @Autowired WorkerDatabase worker;
    @LocalServerPort int port;

    private Business business;
    private Meta meta;
    private Api agent;

    @BeforeEach
    void open() {
        business = Business.create(server);
        meta = new Meta(port);
        agent = Api.of(port, business.agent());
    }

    private JsonNode conversationOf(String phone) {
        await().until(() -> agent.conversationsOf(phone).size() == 1);
        return agent.conversationsOf(phone).getFirst();
    }

    private String idOf(String phone) {
        return conversationOf(phone).path("id").asString();
    }

    private List<String> wordsIn(String conversation) {
        return agent.items("/conversations/" + conversation + "/messages?limit=100").stream()
                .map(it -> it.path("content").path("body").asString(""))
                .toList()
                .reversed();
    }

    private List<String> wordsOnceThereAre(int count, String conversation) {
        await().until(() -> wordsIn(conversation).size() >= count);
        return wordsIn(conversation);
    }

    @Test
    void aMessageOpensAConversationThatWaitsInTheQueue() {
        var phone = Meta.newPhone();
        assertThat(meta.says(business, phone, "שלום, are you open?")).isEqualTo(200);
        var conversation = conversationOf(phone);
        assertThat(conversation.path("handler").asString()).isEqualTo("queue");
        assertThat(conversation.path("unread").asInt()).isEqualTo(1);
        assertThat(conversation.path("contact").path("phone").asString()).isEqualTo("+" + phone);
        assertThat(conversation.path("lastMessage").path("preview").asString())
                .isEqualTo("שלום, are you open?");
    }

    @Test
    void theSameMessageManyTimesIsOneMessage() throws Exception {
        var phone = Meta.newPhone();
        var message = Meta.text(phone, Meta.newId(), "once");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 8; n++) {
                threads.submit(() -> meta.deliver(business, List.of(message, message)));
            }
        }
        meta.says(business, phone, "after");
        assertThat(wordsOnceThereAre(2, idOf(phone))).containsExactly("once", "after");
    }

    @Test
    void quickMessagesOfManySendersStayInTheirOrder() throws Exception {
        var phones = IntStream.range(0, 20).mapToObj(n -> Meta.newPhone()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var phone : phones) {
                threads.submit(() -> {
                    for (int n = 1; n <= 5; n++) {
                        meta.says(business, phone, "word " + n);
                    }
                });
            }
        }
        for (var phone : phones) {
            assertThat(wordsOnceThereAre(5, idOf(phone)))
                    .containsExactly("word 1", "word 2", "word 3", "word 4", "word 5");
        }
    }

    @Test
    void oneDeliveryMayHoldMessagesForSeveralTenants() {
        var other = Business.create(server);
        var phone = Meta.newPhone();
        var ours =
                Meta.change(
                        business.phoneNumberId(),
                        "messages",
                        List.of(Meta.text(phone, Meta.newId(), "for one")));
        var theirs =
                Meta.change(
                        other.phoneNumberId(),
                        "messages",
                        List.of(Meta.text(phone, Meta.newId(), "for two")));
        assertThat(meta.post(Meta.body(List.of(ours, theirs)))).isEqualTo(200);
        assertThat(wordsOnceThereAre(1, idOf(phone))).containsExactly("for one");
        var stranger = Api.of(port, other.agent());
        await().until(() -> stranger.conversationsOf(phone).size() == 1);
        assertThat(
                        stranger.conversationsOf(phone)
                                .getFirst()
                                .path("lastMessage")
                                .path("preview")
                                .asString())
                .isEqualTo("for two");
    }

    @Test
    void whatCannotBeShownYetIsKept() {
        var phone = Meta.newPhone();
        Map<String, Object> location =
                Map.of(
                        "from", phone,
                        "id", Meta.newId(),
                        "timestamp", Long.toString(Instant.now().getEpochSecond()),
                        "type", "location",
                        "location", Map.of("latitude", 32.1, "longitude", 34.8));
        meta.deliver(business, List.of(location));
        var messages = agent.items("/conversations/" + idOf(phone) + "/messages");
        assertThat(messages.getFirst().path("content").path("type").asString())
                .isEqualTo("unsupported");
        assertThat(messages.getFirst().path("content").path("kind").asString())
                .isEqualTo("location");
    }

    @Test
    void aPictureIsFetchedAndShown() {
        var phone = Meta.newPhone();
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        var mediaId = UUID.randomUUID().toString();
        GraphStub.get().keep(mediaId, picture);
        Map<String, Object> image =
                Map.of(
                        "from", phone,
                        "id", Meta.newId(),
                        "timestamp", Long.toString(Instant.now().getEpochSecond()),
                        "type", "image",
                        "image",
                                Map.of("id", mediaId, "mime_type", "image/png", "caption", "look"));
        meta.deliver(business, List.of(image));
        var thread = "/conversations/" + idOf(phone) + "/messages";
        await().until(() ->
                mediaOf(agent.items(thread).getFirst()).path("state").asString().equals("ready"));
        var content = agent.items(thread).getFirst().path("content");
        assertThat(content.path("caption").asString()).isEqualTo("look");
        assertThat(content.path("media").path("size").asInt()).isEqualTo(picture.length);
    }

    private static JsonNode mediaOf(JsonNode message) {
        return message.path("content").path("media");
    }

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
        for (var status : List.of("read", "sent", "delivered", "sent")) {
            meta.tells(business, Meta.status("wamid.of." + reference, status, reference));
        }
        await().until(() -> statusOf(conversation).equals("read"));
        meta.says(business, phone, "thanks");
        wordsOnceThereAre(3, conversation);
        assertThat(
                        agent.items("/conversations/" + conversation + "/messages")
                                .get(1)
                                .path("status")
                                .asString())
                .isEqualTo("read");
    }

    @Test
    void aPictureOfAnAgentIsUploadedAndSentWithItsCaption() throws Exception {
        var phone = Meta.newPhone();
        meta.says(business, phone, "what does it look like?");
        var conversation = idOf(phone);
        var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        var media = agent.upload("orchid.png", "image/png", picture);
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
        assertThat(agent.download("/media/" + media.path("id").asString())).isEqualTo(picture);
    }

    @Test
    void aDocumentThatCallsItselfAPictureIsNotSentAsOne() throws Exception {
        var phone = Meta.newPhone();
        meta.says(business, phone, "what does it look like?");
        var media =
                agent.upload(
                        "orchid.png", "image/png", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        assertThat(media.path("mimeType").asString()).isEqualTo("application/pdf");
        var content = Map.of("type", "image", "mediaId", media.path("id").asString());
        var reply = Map.of("clientId", UUID.randomUUID(), "content", content);
        assertThat(agent.post("/conversations/" + idOf(phone) + "/replies", reply).code())
                .isEqualTo("invalid-request");
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
    void aPersonMaySendAnUnconfirmedMessageAgainOnce() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        GraphStub.get().next(GraphStub.get().acceptAndHangUp());
        var lost = agent.reply(conversation, "Did this arrive?").body().path("id").asString();
        await().until(() -> statusOf(conversation).equals("unconfirmed"));
        var retry = "/conversations/" + conversation + "/messages/" + lost + "/retries";
        assertThat(agent.post(retry, null).status()).isEqualTo(201);
        assertThat(agent.post(retry, null).code()).isEqualTo("nothing-to-retry");
    }

    @Test
    void aBusyNetworkIsAskedAgainUntilItTakesTheMessage() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var busy = "{\"error\":{\"code\":130429,\"message\":\"(#130429) Rate limit hit\"}}";
        GraphStub.get().next(GraphStub.get().answer(400, busy));
        agent.reply(idOf(phone), "patience");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
    }

    @Test
    void aRefusedMessageFailsWithTheReason() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var refusal =
                "{\"error\":{\"code\":131026,\"message\":\"(#131026) Undeliverable\",\"error_data\":{\"details\":\"Not on WhatsApp\"}}}";
        GraphStub.get().next(GraphStub.get().answer(400, refusal));
        agent.reply(conversation, "anyone?");
        await().until(() -> statusOf(conversation).equals("failed"));
        var message = agent.items("/conversations/" + conversation + "/messages").getFirst();
        assertThat(message.path("failure").path("code").asString()).isEqualTo("131026");
        assertThat(message.path("failure").path("reason").asString()).isEqualTo("Not on WhatsApp");
    }

    @Test
    void aReceiptThatComesBeforeItsMessageIsKnownWaitsForIt() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var id = "wamid.early." + UUID.randomUUID();
        GraphStub.get()
                .next((exchange, message) -> {
                    var status =
                            new java.util.HashMap<>(
                                    Meta.status(id, "delivered", UUID.randomUUID()));
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
        return io.moked.tenancy.TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(
                                        org.springframework.transaction.support.TransactionTemplate
                                                .class)
                                .execute(tx ->
                                        server.getBean(
                                                                org.springframework.jdbc.core.simple
                                                                        .JdbcClient.class)
                                                        .sql(
                                                                "select count(*) from conversation.parked_receipt where external_id = :id")
                                                        .param("id", id)
                                                        .query(Integer.class)
                                                        .single()
                                                == 1));
    }

    @Test
    void aPoisonMessageHoldsNobodyUpAndEndsAmongTheDeadLetters() {
        var poisoned = Meta.newPhone();
        var healthy = Meta.newPhone();
        Map<String, Object> poison = Map.of("from", poisoned, "id", Meta.newId(), "type", "text");
        var messages = new ArrayList<Map<String, Object>>();
        messages.add(poison);
        messages.add(Meta.text(healthy, Meta.newId(), "I am fine"));
        meta.deliver(business, messages);
        assertThat(wordsOnceThereAre(1, idOf(healthy))).containsExactly("I am fine");
        assertThat(
                        worker.jdbc()
                                .sql("select count(*) from whatsapp.delivery where attempts > 0")
                                .query(Integer.class)
                                .single())
                .isPositive();
    }

    @Test
    void whatIsNoJsonIsSetAsideAtOnceAndCanBeReplayed() {
        var nonsense = ("{\"object\": " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        assertThat(meta.post(nonsense)).isEqualTo(200);
        await().until(() -> deadLettersLike(nonsense) == 1);
    }

    private int deadLettersLike(byte[] body) {
        return worker.jdbc()
                .sql(
                        "select count(*) from whatsapp.dead_letter where body = :body and reason = 'not-json'")
                .param("body", body)
                .query(Integer.class)
                .single();
    }
}
