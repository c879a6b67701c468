package io.moked.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens by itself, when somebody writes or labels. */
@MokedTest
class ActingTest extends RuleJourney {

    @Test
    void whatOpensAConversationIsSortedByItsWords() {
        var sales = business.addDepartment(server);
        add(
                when(
                        rule("Prices", "opening", labels("sales"), to("department", sales)),
                        words("words", "מחיר", "price")));

        var asking = says("מָה הַמְּחִיר?");
        var other = says("hello");

        awaitActed("Prices", 1);
        assertThat(labelsOf(asking)).containsExactly("sales");
        assertThat(conversationOf(asking).path("department").path("id").asString())
                .isEqualTo(sales.toString());
        assertThat(eventsOf(asking)).contains("ruled Prices").contains("labeled");
        assertThat(labelsOf(other)).isEmpty();
    }

    @Test
    void theFirstThatMatchesActsAndNoOther() {
        add(rule("First", "opening", labels("first")));
        add(rule("Second", "opening", labels("second")));
        add(rule("Of messages", "message", labels("message")));

        var phone = says("hello");

        awaitActed("First", 1);
        awaitActed("Of messages", 1);
        assertThat(labelsOf(phone)).containsExactly("first", "message");
        assertThat(acted("Second")).isZero();
    }

    @Test
    void anotherOrderLetsAnotherOneAct() {
        var first = add(rule("First", "opening", labels("first"))).path("id").asString();
        var second = add(rule("Second", "opening", labels("second"))).path("id").asString();

        manager.put("/rules/order", Map.of("ids", List.of(second, first)));
        var phone = says("hello");

        awaitActed("Second", 1);
        assertThat(labelsOf(phone)).containsExactly("second");
    }

    @Test
    void whatARuleDoesSetsOffNoRule() {
        add(rule("Echo", "label", labels("echo")));
        add(rule("Start", "message", labels("start")));

        var phone = says("hello");
        awaitActed("Start", 1);
        assertThat(acted("Echo")).isZero();

        label(phone, "start", "by hand");

        awaitActed("Echo", 1);
        assertThat(labelsOf(phone)).containsExactly("by hand", "echo", "start");
        meta.says(business, phone, "again");
        awaitActed("Start", 2);
        assertThat(acted("Echo")).isEqualTo(1);
    }

    @Test
    void aLabelCountsWhenItIsAddedAndNotWhileItIsThere() {
        add(
                when(
                        rule("VIP", "label", Map.of("type", "priority", "priority", "urgent")),
                        words("label", "vip")));
        var phone = says("hello");
        label(phone, "vip");
        awaitActed("VIP", 1);

        label(phone, "vip", "other");
        label(phone, "other");
        label(phone, "other", "vip");

        awaitActed("VIP", 2);
        var demand = agent.get("/conversations/" + idOf(phone) + "/routing").path("demand");
        assertThat(demand.path("priority").asString()).isEqualTo("urgent");
    }

    @Test
    void aTextIsInTheContactsLanguageAndNobodysAnswer() {
        var text = Map.of("type", "text", "english", "Welcome", "hebrew", "ברוכים הבאים");
        add(rule("Greeting", "opening", text));

        var hebrew = says("שלום");
        var english = says("hello");

        awaitActed("Greeting", 2);
        assertThat(wordsIn(idOf(hebrew))).containsExactly("שלום", "ברוכים הבאים");
        assertThat(wordsIn(idOf(english))).containsExactly("hello", "Welcome");
        assertThat(conversationOf(english).path("unread").asInt()).isEqualTo(1);
    }

    @Test
    void machinesThatAnswerEachOtherComeToAnEnd() {
        add(rule("Answer", "message", Map.of("type", "text", "english", "Thanks")));
        var phone = says("1");
        for (int n = 1; n < 8; n++) {
            meta.says(business, phone, "again");
        }

        awaitActed("Answer", 8);
        assertThat(wordsIn(idOf(phone))).filteredOn("Thanks"::equals).hasSize(5);
        assertThat(eventsOf(phone)).contains("ruled-partly Answer");
    }

    @Test
    void whatCannotBeDoneLeavesTheRestAsItIs() {
        var agentId = business.agent().id();
        add(rule("Mine", "opening", to("agent", agentId), labels("done")));
        manager.put("/agents/" + agentId + "/capacity", Map.of("capacity", 1));

        var first = says("one");
        awaitActed("Mine", 1);
        var second = says("two");
        awaitActed("Mine", 2);

        assertThat(conversationOf(first).path("assignee").path("id").asString())
                .isEqualTo(agentId.toString());
        assertThat(conversationOf(second).path("assignee").path("id").asString("")).isEmpty();
        assertThat(labelsOf(second)).containsExactly("done");
        assertThat(eventsOf(second)).contains("ruled-partly Mine");
    }

    @Test
    void theActivityLogTellsWhichRuleItWas() {
        var rule = add(rule("Start", "opening", labels("start"))).path("id").asString();
        var phone = says("hello");
        awaitActed("Start", 1);

        await().until(() ->
                manager.items("/audit-entries?action=conversation").stream()
                        .anyMatch(it ->
                                it.path("action").asString().equals("conversation.labeled")
                                        && it.path("subject").asString().equals(idOf(phone))
                                        && it.path("details").path("ruleId").asString().equals(rule)
                                        && it.path("names").path(rule).asString().equals("Start")));
    }

    @Test
    void aRuleThatIsOffDoesNothing() {
        var off = rule("Off", "opening", labels("off"));
        off.put("enabled", false);
        add(off);
        add(rule("On", "opening", labels("on")));

        var phone = says("hello");

        awaitActed("On", 1);
        assertThat(labelsOf(phone)).containsExactly("on");
    }

    @Test
    void anOccasionIsLookedAtOnceHoweverManyLookAtIt() {
        add(rule("Once", "opening", labels("once")));
        var phone = says("hello");
        awaitActed("Once", 1);

        assertThat(Occasions.of(server, business, idOf(phone))).isZero();
        assertThat(eventsOf(phone)).containsOnlyOnce("ruled Once");
    }

    private void label(String phone, String... labels) {
        var path = "/conversations/" + idOf(phone) + "/labels";
        assertThat(agent.put(path, Map.of("labels", List.of(labels))).status()).isEqualTo(200);
        await().until(() -> idle());
    }

    /** Whether whatever has happened has been looked at. */
    private boolean idle() {
        var follower = server.getBean(OccasionInbox.class);
        return follower.due(Instant.now().plusSeconds(60), 1).isEmpty();
    }
}
