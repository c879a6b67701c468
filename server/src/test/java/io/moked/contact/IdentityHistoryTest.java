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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What somebody was known by, and which of it an answer goes to. */
@MokedTest
class IdentityHistoryTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private final String phone = Meta.newPhone();
    private final String ann = Meta.newUserId();
    private final String ben = Meta.newUserId();
    private Business business;
    private Writers people;
    private Api agent;

    @BeforeEach
    void open() {
        business = Business.create(server);
        agent = Api.of(port, business.agent());
        people = new Writers(business, new Meta(port), agent, phone);
    }

    @Test
    void whoeverKeepsTheirNewPhoneSecretIsNotAnsweredAtTheOldOne() {
        people.says(ann, phone, "one");
        var conversation = people.conversationWith("one");
        people.changes(
                Map.of("type", "user_changed_user_id", "user_id", ben, "previous_user_id", ann),
                null);
        await().until(() -> Writers.phoneIn(people.conversationWith("one")).isEmpty());
        agent.reply(conversation.path("id").asString(), "to the new id");
        await().until(() -> GraphStub.get().acceptedForUser(ben).size() == 1);
        assertThat(GraphStub.get().acceptedFor(phone)).isEmpty();
    }

    /** Meta's own pages show both forms of one number. */
    @Test
    void theSameNumberWrittenOtherwiseIsTheSamePerson() {
        var subscriber = phone.substring(phone.length() - 7);
        var withNine = "55219" + "8" + subscriber;
        var withoutNine = "5521" + "8" + subscriber;
        people.says(null, withNine, "um");
        people.conversationWith("um");
        people.says(null, withoutNine, "dois");
        var conversation = people.conversationWith("dois");
        assertThat(people.thread(conversation)).containsExactly("um", "dois");
        assertThat(people.phones(conversation))
                .containsExactlyInAnyOrder("+" + withNine, "+" + withoutNine);
        agent.reply(conversation.path("id").asString(), "to the form that wrote last");
        await().until(() -> GraphStub.get().acceptedFor(withoutNine).size() == 1);
    }

    @Test
    void aLateMessageUnderAnIdThatWasReplacedIsStillThePersons() {
        people.says(ann, phone, "one");
        var conversation = people.conversationWith("one");
        people.changes(
                Map.of("type", "user_changed_user_id", "user_id", ben, "previous_user_id", ann),
                null);
        people.says(
                ann, null, "on its way since before", Instant.now().minus(Duration.ofMinutes(5)));
        await().until(() -> people.thread(conversation).contains("on its way since before"));
        agent.reply(conversation.path("id").asString(), "to the new id");
        await().until(() -> GraphStub.get().acceptedForUser(ben).size() == 1);
        assertThat(GraphStub.get().acceptedForUser(ann)).isEmpty();
    }

    @Test
    void whatSomebodyWasKnownByStaysInTheirHistoryWithWhatCameOfIt() {
        people.says(ann, phone, "one");
        var conversation = people.conversationWith("one");
        var newPhone = Meta.newPhone();
        people.says(ann, newPhone, "two");
        await().until(() -> people.thread(conversation).contains("two"));
        people.says(ben, newPhone, "mine now");
        var card = people.card(people.conversationWith("two"));
        var other = people.conversationWith("mine now").path("contact").path("id").asString();
        await().until(() ->
                Writers.identity(people.card(conversation), newPhone).path("passedTo").isObject());
        var old = Writers.identity(people.card(conversation), phone);
        assertThat(old.path("until").isString()).isTrue();
        assertThat(old.path("replacedBy").asString()).isEqualTo("+" + newPhone);
        assertThat(
                        Writers.identity(people.card(conversation), newPhone)
                                .path("passedTo")
                                .path("id")
                                .asString())
                .isEqualTo(other);
        assertThat(card.path("id").asString()).isNotEqualTo(other);
        assertThat(people.card(conversation).path("sharing").findValuesAsString("id"))
                .containsExactly(other);
    }

    @Test
    void oneOwnersBusinessesKnowAPersonByTheIdThatIsAboveBoth() {
        var parent = "IL.ENT." + ann.substring(3);
        people.saysAs(Map.of("from_user_id", ann, "from_parent_user_id", parent), "one");
        people.conversationWith("one");
        people.saysAs(Map.of("from_user_id", ben, "from_parent_user_id", parent), "two");
        assertThat(people.thread(people.conversationWith("two"))).containsExactly("one", "two");
    }

    /** An id of one portfolio's is not known to the numbers of another. */
    @Test
    void anAnswerGoesToTheIdThatIsKnownWhereItIsSentFrom() {
        var parent = "IL.ENT." + ann.substring(3);
        people.saysAs(Map.of("from_user_id", ann, "from_parent_user_id", parent), "one");
        var conversation = people.conversationWith("one");
        var second = business.connectAnother(server);
        var message = new HashMap<>(Meta.text(phone, Meta.newId(), "two"));
        message.remove("from");
        message.putAll(Map.of("from_user_id", ben, "from_parent_user_id", parent));
        var change = Meta.change(second, "messages", List.of(message));
        assertThat(new Meta(port).post(Meta.body(List.of(change)))).isEqualTo(200);
        var other = people.conversationWith("two");
        assertThat(other.path("contact").path("id"))
                .isEqualTo(conversation.path("contact").path("id"));
        agent.reply(conversation.path("id").asString(), "from the first");
        await().until(() -> GraphStub.get().acceptedForUser(ann).size() == 1);
        agent.reply(other.path("id").asString(), "from the second");
        await().until(() -> GraphStub.get().acceptedForUser(ben).size() == 1);
    }

    /** Two contacts are never merged by a machine; each tells of the other. */
    @Test
    void whoeverComesToBeKnownBySomebodyElsesIdIsShownAsAQuestionOnBothPages() {
        people.says(ann, phone, "one");
        people.says(ben, null, "two");
        var ofAnn = people.conversationWith("one");
        var ofBen = people.conversationWith("two");
        people.changes(
                Map.of("type", "user_changed_user_id", "user_id", ben, "previous_user_id", ann),
                null);
        await().until(() -> sharing(ofAnn), it -> !it.isEmpty());
        assertThat(sharing(ofAnn)).containsExactly(idIn(ofBen));
        assertThat(sharing(ofBen)).containsExactly(idIn(ofAnn));
    }

    private List<String> sharing(JsonNode conversation) {
        return Api.list(people.card(conversation).path("sharing")).stream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private static String idIn(JsonNode conversation) {
        return conversation.path("contact").path("id").asString();
    }
}
