package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.GraphStub;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Two contacts are one person when somebody says so, and two again when somebody takes it back. */
@MokedTest
class MergeTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private final String oldPhone = Meta.newPhone();
    private final String newPhone = Meta.newPhone();
    private Business business;
    private Api agent;
    private Api administrator;
    private String old;
    private String recent;

    @BeforeEach
    void twoContacts() {
        business = Business.create(server);
        agent = Api.of(port, business.agent());
        administrator = Api.of(port, business.administrator());
        old = write(oldPhone, "from the old phone");
        recent = write(newPhone, "from the new phone");
    }

    /** Whose it is. */
    private String write(String phone, String words) {
        assertThat(new Meta(port).says(business, phone, words)).isEqualTo(200);
        return await().until(() -> said(words), it -> !it.isEmpty())
                .getFirst()
                .path("contact")
                .path("id")
                .asString();
    }

    private List<JsonNode> said(String words) {
        return agent.items("/conversations").stream()
                .filter(it -> it.path("lastMessage").path("preview").asString("").equals(words))
                .toList();
    }

    private Api.Answer merge(String contact, String into) {
        return administrator.put("/contacts/" + contact + "/merge", Map.of("into", into));
    }

    private Api.Answer separate(String contact) {
        return administrator.delete("/contacts/" + contact + "/merge");
    }

    private List<String> listed(String query) {
        return agent.items("/contacts" + query).stream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private JsonNode card(String contact) {
        return agent.get("/contacts/" + contact);
    }

    private static List<String> phones(JsonNode card) {
        return Api.list(card.path("identities")).stream()
                .map(it -> it.path("value").asString())
                .toList();
    }

    /** What there is to see, but for times and the history of merges. */
    private Map<String, Object> sight() {
        var sight = new HashMap<String, Object>();
        for (var contact : List.of(old, recent)) {
            var card = card(contact);
            sight.put(
                    contact,
                    List.of(card.path("id"), card.path("name"), card.path("labels"), phones(card)));
            sight.put(
                    "with " + contact,
                    agent.items("/conversations?contact=" + contact).stream()
                            .map(it -> it.path("id").asString())
                            .toList());
        }
        sight.put("listed", listed(""));
        sight.put("found", List.of(listed("?q=" + oldPhone), listed("?q=" + newPhone)));
        return sight;
    }

    @Test
    void theyAreOneInListsAndSearchesAndHaveTheirConversationsTogether() {
        assertThat(merge(old, recent).status()).isEqualTo(200);
        assertThat(listed("")).containsExactly(recent);
        assertThat(listed("?q=" + oldPhone)).containsExactly(recent);
        assertThat(card(old).path("id").asString()).isEqualTo(recent);
        assertThat(phones(card(recent))).containsExactlyInAnyOrder("+" + oldPhone, "+" + newPhone);
        assertThat(agent.items("/conversations?contact=" + recent)).hasSize(2);
        assertThat(agent.items("/conversations?q=" + oldPhone)).hasSize(2);
    }

    @Test
    void anAnswerStillGoesToTheIdentityThatWroteInItsConversation() {
        merge(old, recent);
        var conversation = said("from the old phone").getFirst();
        assertThat(conversation.path("contact").path("id").asString()).isEqualTo(recent);
        assertThat(conversation.path("contact").path("phone").asString()).isEqualTo("+" + oldPhone);
        agent.reply(conversation.path("id").asString(), "to the old phone");
        await().until(() -> GraphStub.get().acceptedFor(oldPhone).size() == 1);
        assertThat(GraphStub.get().acceptedFor(newPhone)).isEmpty();
        write(oldPhone, "thank you");
        assertThat(agent.items("/conversations?contact=" + recent)).hasSize(2);
    }

    @Test
    void separatingThemRestoresExactlyWhatWas() {
        agent.call("PATCH", "/contacts/" + old, Map.of("name", "Dana", "labels", List.of("gold")));
        var before = sight();
        merge(old, recent);
        assertThat(sight()).isNotEqualTo(before);
        assertThat(separate(old).status()).isEqualTo(200);
        assertThat(sight()).isEqualTo(before);
    }

    @Test
    void whoCameWithAnotherLeavesWithThem() {
        var third = write(Meta.newPhone(), "a third one");
        merge(old, recent);
        merge(recent, third);
        assertThat(listed("")).containsExactly(third);
        assertThat(card(old).path("id").asString()).isEqualTo(third);
        assertThat(phones(card(third))).hasSize(3);
        separate(recent);
        assertThat(listed("")).containsExactlyInAnyOrder(third, recent);
        assertThat(card(old).path("id").asString()).isEqualTo(recent);
        assertThat(phones(card(third))).hasSize(1);
    }

    @Test
    void nobodyIsMergedTwiceOrWithThemselves() {
        assertThat(merge(old, old).status()).isEqualTo(400);
        merge(old, recent);
        assertThat(merge(old, recent).code()).isEqualTo("contact-already-merged");
        assertThat(merge(recent, old).code()).isEqualTo("contact-already-merged");
        assertThat(separate(recent).code()).isEqualTo("contact-not-merged");
    }

    @Test
    void itIsToldWhoDidItAndWhen() {
        merge(old, recent);
        separate(old);
        var only = Api.list(card(recent).path("merges")).getFirst();
        assertThat(only.path("contact").path("id").asString()).isEqualTo(old);
        assertThat(only.path("by").path("name").asString()).isEqualTo("Ada Administrator");
        assertThat(only.path("separatedBy").path("name").asString()).isEqualTo("Ada Administrator");
        var log =
                await().until(
                                () -> administrator.items("/audit-entries?action=contact"),
                                it -> it.size() == 2);
        assertThat(log)
                .extracting(it -> it.path("action").asString())
                .containsExactly("contact.separated", "contact.merged");
        assertThat(log.getFirst().path("names").findValuesAsString(old)).hasSize(1);
    }

    @Test
    void aNameGivenByHandStaysWhateverTheyCallThemselves() {
        agent.call("PATCH", "/contacts/" + old, Map.of("name", "Dana of the shop"));
        write(oldPhone, "hello again");
        assertThat(card(old).path("name").asString()).isEqualTo("Dana of the shop");
        assertThat(card(old).path("profileName").asString()).isEqualTo("Name of " + oldPhone);
        assertThat(listed("?q=dana+of")).containsExactly(old);
        agent.call("PATCH", "/contacts/" + old, Map.of("name", ""));
        assertThat(card(old).path("name").asString()).isEqualTo("Name of " + oldPhone);
    }

    @Test
    void contactsAreFoundByTheirLabels() {
        agent.call("PATCH", "/contacts/" + old, Map.of("labels", List.of("gold", " vip ")));
        assertThat(listed("?label=vip")).containsExactly(old);
        assertThat(listed("?label=vip&q=" + oldPhone)).containsExactly(old);
        assertThat(listed("?label=vip&q=" + newPhone)).isEmpty();
        assertThat(agent.items("/contact-labels"))
                .extracting(it -> it.path("name").asString())
                .containsExactly("gold", "vip");
    }

    @Test
    void whatCannotBeNotedIsRefusedByTheFieldsName() {
        for (var wrong :
                List.of(
                        Map.of("timeZone", "Mars/Olympus"),
                        Map.of("language", "klingon"),
                        Map.of("labels", List.of("")),
                        Map.of("name", "x".repeat(201)))) {
            var answer = agent.call("PATCH", "/contacts/" + old, wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().toString()).contains(wrong.keySet().iterator().next());
        }
    }
}
