package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is said about messages that stand: reactions, edits, taking back, quotes. */
@MokedTest
class AfterwordsTest extends Journey {

    private static final Instant NOW = Instant.now();

    private String phone;
    private String wamid;
    private String conversation;

    private void contactSays(String words) {
        phone = Meta.newPhone();
        wamid = Meta.newId();
        meta.deliver(business, List.of(Meta.text(phone, wamid, words)));
        conversation = idOf(phone);
    }

    private Map<String, Object> item(String type, Object of, Instant at) {
        return new HashMap<>(
                Map.of(
                        "from",
                        phone,
                        "id",
                        Meta.newId(),
                        "timestamp",
                        Long.toString(at.getEpochSecond()),
                        "type",
                        type,
                        type,
                        of));
    }

    private Map<String, Object> reaction(String emoji, Instant at) {
        return item(
                "reaction",
                emoji == null
                        ? Map.of("message_id", wamid)
                        : Map.of("message_id", wamid, "emoji", emoji),
                at);
    }

    private JsonNode message() {
        return agent.items("/conversations/" + conversation + "/messages").getLast();
    }

    private String reactionShown() {
        return message().path("reaction").asString("");
    }

    @Test
    void aReactionIsASignUnderItsMessageAndNoMessageOfItsOwn() {
        contactSays("hello");
        meta.deliver(business, List.of(reaction("👍", NOW)));
        await().until(() -> reactionShown().equals("👍"));
        assertThat(wordsIn(conversation)).containsExactly("hello");
        assertThat(conversationOf(phone).path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void theLatestReactionCountsInWhateverOrderAndHoweverOftenTheyCome() {
        contactSays("hello");
        var first = reaction("👍", NOW.minusSeconds(20));
        var second = reaction("❤️", NOW.minusSeconds(10));
        var last = reaction(null, NOW);
        meta.deliver(business, List.of(second));
        await().until(() -> reactionShown().equals("❤️"));
        meta.deliver(business, List.of(first, second));
        meta.says(business, phone, "after");
        wordsOnceThereAre(2, conversation);
        assertThat(reactionShown()).isEqualTo("❤️");
        meta.deliver(business, List.of(last, first));
        await().until(() -> reactionShown().isEmpty());
    }

    @Test
    void aReactionThatComesBeforeItsMessageWaitsForIt() {
        phone = Meta.newPhone();
        wamid = Meta.newId();
        meta.deliver(business, List.of(reaction("👍", NOW)));
        meta.deliver(business, List.of(Meta.text(phone, wamid, "hello")));
        conversation = idOf(phone);
        assertThat(reactionShown()).isEqualTo("👍");
    }

    @Test
    void anEditedMessageSaysWhatItSaysSince() {
        contactSays("at five");
        var edit =
                Map.of(
                        "original_message_id",
                        wamid,
                        "message",
                        Map.of("type", "text", "text", Map.of("body", "at six")));
        meta.deliver(business, List.of(item("edit", edit, NOW)));
        await().until(() -> wordsIn(conversation).equals(List.of("at six")));
        assertThat(message().path("editedAt").asString("")).isNotEmpty();
    }

    @Test
    void aMessageTakenBackSaysNothingAnyMoreNeitherInTheThreadNorInTheInbox() {
        contactSays("my password is secret");
        meta.deliver(business, List.of(item("revoke", Map.of("original_message_id", wamid), NOW)));
        await().until(() -> !message().path("revokedAt").isNull());
        assertThat(message().path("content").path("type").asString()).isEqualTo("revoked");
        assertThat(agent.get("/conversations/" + conversation).toString()).doesNotContain("secret");
        assertThat(conversationOf(phone).toString()).doesNotContain("secret");
    }

    @Test
    void anAnswerShowsWhatItAnswers() {
        contactSays("Do you deliver?");
        var answer = new HashMap<>(Meta.text(phone, Meta.newId(), "to Haifa, I mean"));
        answer.put("context", Map.of("from", "1555", "id", wamid));
        meta.deliver(business, List.of(answer));
        wordsOnceThereAre(2, conversation);
        var quote = newest().path("context").path("quote");
        assertThat(quote.path("preview").asString()).isEqualTo("Do you deliver?");
        assertThat(quote.path("id").asString()).isEqualTo(message().path("id").asString());
    }

    private JsonNode newest() {
        return agent.items("/conversations/" + conversation + "/messages").getFirst();
    }

    @Test
    void anAgentAnswersAMessageExpressly() {
        contactSays("Do you deliver?");
        var reply =
                Map.of(
                        "clientId", UUID.randomUUID(),
                        "content", Map.of("type", "text", "body", "We do"),
                        "replyTo", message().path("id").asString());
        var sent = agent.post("/conversations/" + conversation + "/replies", reply);
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body().path("context").path("quote").path("preview").asString())
                .isEqualTo("Do you deliver?");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
        var posted = GraphStub.get().acceptedFor(phone).getFirst();
        assertThat(posted.path("context").path("message_id").asString()).isEqualTo(wamid);
    }

    @Test
    void nobodyAnswersAMessageOfAnotherConversationExpressly() {
        contactSays("one");
        var elsewhere = message().path("id").asString();
        contactSays("another");
        var reply =
                Map.of(
                        "clientId", UUID.randomUUID(),
                        "content", Map.of("type", "text", "body", "We do"),
                        "replyTo", elsewhere);
        assertThat(agent.post("/conversations/" + conversation + "/replies", reply).status())
                .isEqualTo(404);
    }

    @Test
    void whatWasForwardedAndWhatLedHereIsTold() {
        contactSays("first");
        var forwarded = new HashMap<>(Meta.text(phone, Meta.newId(), "look"));
        forwarded.put("context", Map.of("frequently_forwarded", true));
        var led = new HashMap<>(Meta.text(phone, Meta.newId(), "hi"));
        led.put(
                "referral",
                Map.of(
                        "source_type", "ad",
                        "source_url", "https://fb.example/ad",
                        "headline", "Spring flowers",
                        "ctwa_clid", "click"));
        meta.deliver(business, List.of(forwarded, led));
        wordsOnceThereAre(3, conversation);
        var messages = agent.items("/conversations/" + conversation + "/messages");
        assertThat(messages.get(1).path("context").path("forwarded").asString()).isEqualTo("often");
        assertThat(messages.getFirst().path("context").path("referral").path("headline").asString())
                .isEqualTo("Spring flowers");
    }

    @Test
    void aChangedNumberIsNotedInTheThreadOnceAndIsNothingToAnswer() {
        contactSays("hello");
        var successor = Meta.newPhone();
        var change =
                item(
                        "system",
                        Map.of("type", "user_changed_number", "wa_id", successor, "body", "…"),
                        Instant.now());
        meta.deliver(business, List.of(change));
        meta.deliver(business, List.of(change));
        var before = phone;
        meta.deliver(business, List.of(Meta.text(successor, Meta.newId(), "it is me")));
        wordsOnceThereAre(2, conversation);
        assertThat(eventsOf(conversation)).containsOnlyOnce("number-changed");
        assertThat(wordsIn(conversation)).containsExactly("hello", "it is me");
        assertThat(agent.conversationsOf(before)).isEmpty();
        assertThat(conversationOf(successor).path("unread").asInt()).isEqualTo(2);
    }

    @Test
    void anotherDeviceIsNotedInTheThread() {
        contactSays("hello");
        meta.deliver(
                business,
                List.of(
                        item(
                                "system",
                                Map.of("type", "customer_identity_changed", "identity", "hash"),
                                NOW)));
        await().until(() -> eventsOf(conversation).contains("device-changed"));
        assertThat(wordsIn(conversation)).containsExactly("hello");
    }

    private List<String> eventsOf(String id) {
        return agent.items("/conversations/" + id + "/timeline").stream()
                .map(it -> it.path("event").path("type").asString(""))
                .toList();
    }

    @Test
    void whatIsSaidInAGroupIsInNobodysConversation() {
        contactSays("hello");
        var inAGroup = new HashMap<>(Meta.text(phone, Meta.newId(), "to all"));
        inAGroup.put("group_id", "1203630");
        meta.deliver(business, List.of(inAGroup));
        meta.says(business, phone, "to you");
        assertThat(wordsOnceThereAre(2, conversation)).containsExactly("hello", "to you");
    }
}
