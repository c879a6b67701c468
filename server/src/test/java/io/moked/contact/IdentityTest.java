package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Whose a message is, when phones change hands and hands change phones. */
@MokedTest
class IdentityTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private final String phone = Meta.newPhone();
    private final String ann = Meta.newUserId();
    private final String ben = Meta.newUserId();
    private Business business;
    private Meta meta;
    private Api agent;

    @BeforeEach
    void open() {
        business = Business.create(server);
        meta = new Meta(port);
        agent = Api.of(port, business.agent());
    }

    private void says(String userId, String from, String words) {
        says(userId, from, words, Instant.now());
    }

    private void says(String userId, String from, String words, Instant at) {
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), words, at));
        message.put("from", from);
        message.put("from_user_id", userId);
        message.values().removeIf(Objects::isNull);
        assertThat(meta.deliver(business, List.of(message))).isEqualTo(200);
    }

    private void changes(Map<String, Object> system, String from) {
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), "", Instant.now()));
        message.putAll(Map.of("type", "system", "system", system));
        message.put("from", from);
        message.values().removeIf(Objects::isNull);
        assertThat(meta.post(Meta.body(List.of(withoutContacts(message))))).isEqualTo(200);
    }

    /** As Meta sends what it has to say itself. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> withoutContacts(Map<String, Object> message) {
        var change =
                new HashMap<>(Meta.change(business.phoneNumberId(), "messages", List.of(message)));
        var value = new HashMap<>((Map<String, Object>) change.get("value"));
        value.remove("contacts");
        change.put("value", value);
        return change;
    }

    /** The conversation in which this was said last. */
    private JsonNode conversationWith(String words) {
        var found = await().until(() -> lastSaid(words), it -> !it.isEmpty());
        return found.getFirst();
    }

    private List<JsonNode> lastSaid(String words) {
        return agent.items("/conversations").stream()
                .filter(it -> it.path("lastMessage").path("preview").asString("").equals(words))
                .toList();
    }

    private static String phoneIn(JsonNode conversation) {
        return conversation.path("contact").path("phone").asString("");
    }

    private List<String> thread(JsonNode conversation) {
        var id = conversation.path("id").asString();
        return agent.items("/conversations/" + id + "/messages?limit=100").stream()
                .map(it -> it.path("content").path("body").asString(""))
                .toList()
                .reversed();
    }

    @Test
    void whoeverGetsAKnownPhoneIsSomebodyElseAndSeesNothingOfTheOldHistory() {
        says(ann, phone, "my secret");
        conversationWith("my secret");
        says(ben, phone, "hello, I am new");
        var ofBen = conversationWith("hello, I am new");
        assertThat(thread(ofBen)).containsExactly("hello, I am new");
        assertThat(phoneIn(ofBen)).isEqualTo("+" + phone);
        var ofAnn = conversationWith("my secret");
        assertThat(thread(ofAnn)).containsExactly("my secret");
        assertThat(phoneIn(ofAnn)).isEmpty();
    }

    @Test
    void anAnswerGoesToThePersonAndNotToWhoeverHasTheirPhoneNow() {
        says(ann, phone, "are you open?");
        var ofAnn = conversationWith("are you open?");
        says(ben, phone, "good morning");
        conversationWith("good morning");
        agent.reply(ofAnn.path("id").asString(), "we are");
        await().until(() -> GraphStub.get().acceptedForUser(ann).size() == 1);
        assertThat(GraphStub.get().acceptedFor(phone)).isEmpty();
    }

    @Test
    void aKnownPersonWithAnotherPhoneHasChangedIt() {
        says(ann, phone, "one");
        conversationWith("one");
        var newPhone = Meta.newPhone();
        says(ann, newPhone, "two");
        var conversation = conversationWith("two");
        assertThat(thread(conversation)).containsExactly("one", "two");
        assertThat(phoneIn(conversation)).isEqualTo("+" + newPhone);
        says(null, phone, "who had that phone before me?");
        assertThat(thread(conversationWith("who had that phone before me?"))).hasSize(1);
    }

    @Test
    void aMessageThatComesLateTakesNoPhoneBack() {
        says(ann, phone, "one");
        conversationWith("one");
        says(ben, phone, "mine now");
        conversationWith("mine now");
        says(ann, phone, "written before", Instant.now().minus(Duration.ofHours(1)));
        await().until(() -> thread(conversationWith("one")).size() == 2);
        assertThat(phoneIn(conversationWith("mine now"))).isEqualTo("+" + phone);
        assertThat(phoneIn(conversationWith("one"))).isEmpty();
    }

    @Test
    void whoIsKnownByPhoneAloneIsStillKnownWhenTheirIdIsTold() {
        says(null, phone, "one");
        conversationWith("one");
        says(ann, phone, "two");
        assertThat(thread(conversationWith("two"))).containsExactly("one", "two");
        says(ann, null, "three");
        assertThat(thread(conversationWith("three"))).containsExactly("one", "two", "three");
    }

    @Test
    void aPersonWhosePhoneAndIdChangeStaysThePersonWhenMetaSaysSo() {
        says(ann, phone, "one");
        var conversation = conversationWith("one");
        var newPhone = Meta.newPhone();
        changes(
                Map.of(
                        "type", "user_changed_number",
                        "wa_id", newPhone,
                        "user_id", ben,
                        "previous_user_id", ann),
                phone);
        says(ben, newPhone, "two");
        await().until(() -> thread(conversation).contains("two"));
        assertThat(thread(conversation)).containsExactly("one", "two");
        assertThat(phoneIn(conversationWith("two"))).isEqualTo("+" + newPhone);
        agent.reply(conversation.path("id").asString(), "to the new phone");
        await().until(() -> GraphStub.get().acceptedFor(newPhone).size() == 1);
    }

    @Test
    void aPersonWhoKeepsTheirPhoneSecretStaysThePersonUnderAnotherId() {
        says(ann, null, "one");
        var conversation = conversationWith("one");
        changes(
                Map.of("type", "user_changed_user_id", "user_id", ben, "previous_user_id", ann),
                null);
        var timeline = "/conversations/" + conversation.path("id").asString() + "/timeline";
        await().until(() -> agent.get(timeline).toString().contains("number-changed"));
        agent.reply(conversation.path("id").asString(), "to the new id");
        await().until(() -> GraphStub.get().acceptedForUser(ben).size() == 1);
    }
}
