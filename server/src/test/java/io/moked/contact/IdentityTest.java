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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whose a message is, when phones change hands and hands change phones. */
@MokedTest
class IdentityTest {

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
    void whoeverGetsAKnownPhoneIsSomebodyElseAndSeesNothingOfTheOldHistory() {
        people.says(ann, phone, "my secret");
        people.conversationWith("my secret");
        people.says(ben, phone, "hello, I am new");
        var ofBen = people.conversationWith("hello, I am new");
        assertThat(people.thread(ofBen)).containsExactly("hello, I am new");
        assertThat(Writers.phoneIn(ofBen)).isEqualTo("+" + phone);
        var ofAnn = people.conversationWith("my secret");
        assertThat(people.thread(ofAnn)).containsExactly("my secret");
        assertThat(Writers.phoneIn(ofAnn)).isEmpty();
    }

    @Test
    void anAnswerGoesToThePersonAndNotToWhoeverHasTheirPhoneNow() {
        people.says(ann, phone, "are you open?");
        var ofAnn = people.conversationWith("are you open?");
        people.says(ben, phone, "good morning");
        people.conversationWith("good morning");
        agent.reply(ofAnn.path("id").asString(), "we are");
        await().until(() -> GraphStub.get().acceptedForUser(ann).size() == 1);
        assertThat(GraphStub.get().acceptedFor(phone)).isEmpty();
    }

    @Test
    void aKnownPersonWithAnotherPhoneHasChangedIt() {
        people.says(ann, phone, "one");
        people.conversationWith("one");
        var newPhone = Meta.newPhone();
        people.says(ann, newPhone, "two");
        var conversation = people.conversationWith("two");
        assertThat(people.thread(conversation)).containsExactly("one", "two");
        assertThat(Writers.phoneIn(conversation)).isEqualTo("+" + newPhone);
        people.says(null, phone, "who had that phone before me?");
        assertThat(people.thread(people.conversationWith("who had that phone before me?")))
                .hasSize(1);
    }

    @Test
    void aMessageThatComesLateTakesNoPhoneBack() {
        people.says(ann, phone, "one");
        people.conversationWith("one");
        people.says(ben, phone, "mine now");
        people.conversationWith("mine now");
        people.says(ann, phone, "written before", Instant.now().minus(Duration.ofHours(1)));
        await().until(() -> people.thread(people.conversationWith("one")).size() == 2);
        assertThat(Writers.phoneIn(people.conversationWith("mine now"))).isEqualTo("+" + phone);
        assertThat(Writers.phoneIn(people.conversationWith("one"))).isEmpty();
    }

    @Test
    void whoIsKnownByPhoneAloneIsStillKnownWhenTheirIdIsTold() {
        people.says(null, phone, "one");
        people.conversationWith("one");
        people.says(ann, phone, "two");
        assertThat(people.thread(people.conversationWith("two"))).containsExactly("one", "two");
        people.says(ann, null, "three");
        assertThat(people.thread(people.conversationWith("three")))
                .containsExactly("one", "two", "three");
    }

    @Test
    void aPersonWhosePhoneAndIdChangeStaysThePersonWhenMetaSaysSo() {
        people.says(ann, phone, "one");
        var conversation = people.conversationWith("one");
        var newPhone = Meta.newPhone();
        people.changes(
                Map.of(
                        "type", "user_changed_number",
                        "wa_id", newPhone,
                        "user_id", ben,
                        "previous_user_id", ann),
                phone);
        people.says(ben, newPhone, "two");
        await().until(() -> people.thread(conversation).contains("two"));
        assertThat(people.thread(conversation)).containsExactly("one", "two");
        assertThat(Writers.phoneIn(people.conversationWith("two"))).isEqualTo("+" + newPhone);
        agent.reply(conversation.path("id").asString(), "to the new phone");
        await().until(() -> GraphStub.get().acceptedFor(newPhone).size() == 1);
    }

    @Test
    void aPersonWhoKeepsTheirPhoneSecretStaysThePersonUnderAnotherId() {
        people.says(ann, null, "one");
        var conversation = people.conversationWith("one");
        people.changes(
                Map.of("type", "user_changed_user_id", "user_id", ben, "previous_user_id", ann),
                null);
        var timeline = "/conversations/" + conversation.path("id").asString() + "/timeline";
        await().until(() -> agent.get(timeline).toString().contains("number-changed"));
        agent.reply(conversation.path("id").asString(), "to the new id");
        await().until(() -> GraphStub.get().acceptedForUser(ben).size() == 1);
    }
}
