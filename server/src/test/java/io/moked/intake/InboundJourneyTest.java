package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The way of a message in, over the doors that others use. */
@MokedTest
class InboundJourneyTest extends Journey {

    @Autowired WorkerDatabase worker;

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
    void quickMessagesOfManySendersStayInTheirOrder() throws Exception {
        var words = List.of("word 1", "word 2", "word 3", "word 4", "word 5");
        var phones = IntStream.range(0, 20).mapToObj(n -> Meta.newPhone()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            phones.forEach(phone -> threads.submit(() -> sayAnHourLate(phone, words)));
        }
        for (var phone : phones) {
            assertThat(wordsOnceThereAre(5, idOf(phone))).isEqualTo(words);
        }
    }

    @Test
    void quickMessagesOfOneSenderAreWorkedThroughInTheirOrder() {
        var phone = Meta.newPhone();
        var words = IntStream.range(0, 60).mapToObj(n -> "word " + n).toList();
        sayAnHourLate(phone, words);
        assertThat(wordsOnceThereAre(60, idOf(phone))).isEqualTo(words);
    }

    /**
     * Meta tells whole seconds, so of messages that come an hour late nothing but the order in
     * which they are worked through tells which was first.
     */
    private void sayAnHourLate(String phone, List<String> words) {
        var anHourAgo = Instant.now().minus(Duration.ofHours(1));
        for (var word : words) {
            var message = Meta.text(phone, Meta.newId(), word, anHourAgo);
            assertThat(meta.deliver(business, List.of(message))).isEqualTo(200);
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
        Map<String, Object> hologram =
                Map.of(
                        "from", phone,
                        "id", Meta.newId(),
                        "timestamp", Long.toString(Instant.now().getEpochSecond()),
                        "type", "hologram",
                        "hologram", Map.of("depth", 3));
        meta.deliver(business, List.of(hologram));
        var messages = agent.items("/conversations/" + idOf(phone) + "/messages");
        assertThat(messages.getFirst().path("content").path("type").asString())
                .isEqualTo("unsupported");
        assertThat(messages.getFirst().path("content").path("kind").asString())
                .isEqualTo("hologram");
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

    @Test
    void aPageThatCallsItselfAPictureIsKeptAndOnlyDownloaded() throws Exception {
        var phone = Meta.newPhone();
        var page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        var mediaId = UUID.randomUUID().toString();
        GraphStub.get().keep(mediaId, page);
        var image = new HashMap<>(Meta.text(phone, Meta.newId(), ""));
        image.put("type", "image");
        image.put("image", Map.of("id", mediaId, "mime_type", "image/png"));
        meta.deliver(business, List.of(image));
        var thread = "/conversations/" + idOf(phone) + "/messages";
        await().until(() ->
                mediaOf(agent.items(thread).getFirst()).path("state").asString().equals("ready"));
        var media = mediaOf(agent.items(thread).getFirst());
        assertThat(media.path("disguised").asBoolean()).isTrue();
        assertThat(media.path("mimeType").asString()).isEqualTo("text/html");
        var answer = agent.fetch("/media/" + media.path("id").asString());
        assertThat(answer.body()).isEqualTo(page);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment");
    }

    private static JsonNode mediaOf(JsonNode message) {
        return message.path("content").path("media");
    }

    @Test
    void aMessageThatCannotBeReadIsSetAsideAndHoldsNobodyUp() {
        var poisoned = Meta.newPhone();
        var healthy = Meta.newPhone();
        Map<String, Object> poison = Map.of("from", poisoned, "id", Meta.newId(), "type", "text");
        var messages = new ArrayList<Map<String, Object>>();
        messages.add(poison);
        messages.add(Meta.text(healthy, Meta.newId(), "I am fine"));
        meta.deliver(business, messages);
        assertThat(wordsOnceThereAre(1, idOf(healthy))).containsExactly("I am fine");
        await().until(() -> deadLettersNaming(String.valueOf(poison.get("id"))) == 1);
    }

    @Test
    void whatIsNoJsonIsSetAsideAtOnce() {
        var nonsense = ("{\"object\": " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        assertThat(meta.post(nonsense)).isEqualTo(200);
        await().until(() -> deadLettersLike(nonsense) == 1);
    }

    private int deadLettersNaming(String id) {
        return worker.jdbc()
                .sql(
                        "select count(*) from whatsapp.dead_letter where position(convert_to(:id, 'UTF8') in body) > 0")
                .param("id", id)
                .query(Integer.class)
                .single();
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
