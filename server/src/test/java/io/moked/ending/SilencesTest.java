package io.moked.ending;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.Tenants;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What happens when somebody says nothing more. */
@MokedTest
class SilencesTest extends EndingJourney {

    private static final Map<String, Object> PATIENCE =
            Map.of(
                    "nudgeMinutes",
                    10,
                    "nudge",
                    Map.of("english", "Are you still there?"),
                    "resolveMinutes",
                    30,
                    "farewell",
                    Map.of("english", "Until next time"));

    @Test
    void aSilentContactIsNudgedOnceAndThenTheConversationEnds() {
        setEnding(PATIENCE);
        var one = answered();
        untilSilent(one, "contact");

        pass(Duration.ofMinutes(9));
        assertThat(wordsIn(one)).doesNotContain("Are you still there?");
        pass(Duration.ofMinutes(11));
        pass(Duration.ofMinutes(11));
        assertThat(wordsIn(one)).containsOnlyOnce("Are you still there?");
        assertThat(statusOf(one)).isEqualTo("open");
        pass(Duration.ofMinutes(32));
        pass(Duration.ofMinutes(32));

        assertThat(statusOf(one)).isEqualTo("resolved");
        assertThat(wordsIn(one)).containsOnlyOnce("Until next time");
        assertThat(events(one)).contains("nudged", "resolved-silent");
        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void howeverLateTheNudgeIsThereIsTimeToAnswerIt() {
        setEnding(PATIENCE);
        var one = answered();
        untilSilent(one, "contact");

        pass(Duration.ofMinutes(40));
        pass(Duration.ofMinutes(41));
        assertThat(statusOf(one)).isEqualTo("open");
        pass(Duration.ofMinutes(61));
        assertThat(statusOf(one)).isEqualTo("resolved");
    }

    @Test
    void twoServersAtOnceSayItOnce() {
        setEnding(PATIENCE);
        var one = answered();
        untilSilent(one, "contact");

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> pass(Duration.ofMinutes(11))),
                        CompletableFuture.runAsync(() -> pass(Duration.ofMinutes(11))))
                .join();

        assertThat(wordsIn(one)).containsOnlyOnce("Are you still there?");
    }

    @Test
    void whoeverAnswersIsNotNudged() {
        setEnding(PATIENCE);
        var phone = Meta.newPhone();
        var one = answered(phone);
        meta.says(business, phone, "wait");
        untilSilent(one, "agent");

        pass(Duration.ofMinutes(60));

        assertThat(statusOf(one)).isEqualTo("open");
        assertThat(events(one)).doesNotContain("nudged");
    }

    @Test
    void aSilentAgentsConversationGoesBackIntoItsLine() {
        setEnding(Map.of("returnMinutes", 5));
        var phone = Meta.newPhone();
        var one = answered(phone);
        meta.says(business, phone, "and now?");
        untilSilent(one, "agent");

        pass(Duration.ofMinutes(4));
        assertThat(assigneeOf(one)).isNotEmpty();
        pass(Duration.ofMinutes(6));

        assertThat(at(one).path("handler").asString()).isEqualTo("queue");
        assertThat(events(one)).contains("agent-silent Ann Agent", "unassigned Ann Agent");
        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void anotherPatienceHoldsForSilenceThatLastsAlready() {
        setEnding(PATIENCE);
        var one = answered();
        untilSilent(one, "contact");
        setEnding(Map.of("resolveMinutes", 2));

        pass(Duration.ofMinutes(3));

        assertThat(statusOf(one)).isEqualTo("resolved");
        assertThat(events(one)).doesNotContain("nudged");
    }

    @Test
    void whatIsSetAsideIsNotSilence() {
        setEnding(PATIENCE);
        var one = answered();
        untilSilent(one, "contact");
        snooze(one, null);
        untilSilent(one, "");

        pass(Duration.ofMinutes(60));

        assertThat(statusOf(one)).isEqualTo("snoozed");
    }

    @Test
    void whoeverStandsInALineWaitsForUs() {
        setEnding(PATIENCE);
        var one = answered();
        untilSilent(one, "contact");
        giveBack(one);
        untilSilent(one, "agent");

        pass(Duration.ofMinutes(60));
        pass(Duration.ofMinutes(120));

        assertThat(statusOf(one)).isEqualTo("open");
        assertThat(events(one)).doesNotContain("nudged");
    }

    @Test
    void whoeverStandsInALineWaitsForUsAlsoBeforeTheJournalTellsIt() {
        setEnding(PATIENCE);
        var one = answered();
        giveBack(one);
        untilSilent(one, "agent");
        asIfStillSilent(one);

        pass(Duration.ofMinutes(60));

        assertThat(events(one)).doesNotContain("nudged");
    }

    @Test
    void whoeverIsPassedOnWaitsForTheNextAgent() {
        setEnding(Map.of("returnMinutes", 5));
        var one = answered();
        untilSilent(one, "contact");
        var toCarl =
                Map.of("assigneeId", business.colleague().id(), "expected", business.agent().id());
        assertThat(manager.put("/conversations/" + one + "/assignment", toCarl).status())
                .isEqualTo(200);
        untilSilent(one, "agent");

        pass(Duration.ofMinutes(6));

        assertThat(events(one)).contains("agent-silent Carl Colleague");
    }

    @Test
    void whoeverStaysWithTheirAgentInAnotherDepartmentIsAsSilentAsBefore() {
        setEnding(PATIENCE);
        var sales = business.addDepartment(server);
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var wanted = Map.of("departmentId", sales, "note", "");
        var one = idOf(phone);
        assertThat(agent.post("/conversations/" + one + "/transfer", wanted).status())
                .isEqualTo(204);
        assertThat(agent.reply(one, "I am here").status()).isEqualTo(201);
        untilSilent(one, "contact");

        manager.delete("/departments/" + sales + "?to=" + business.department());
        untilSilent(answered(), "contact");
        pass(Duration.ofMinutes(11));

        assertThat(assigneeOf(one)).isNotEmpty();
        assertThat(events(one)).contains("nudged");
    }

    private void giveBack(String conversation) {
        var path = "/conversations/" + conversation + "/assignment";
        assertThat(agent.delete(path).status()).isEqualTo(200);
    }

    @Test
    void aReactionIsNoAnswer() {
        setEnding(Map.of("resolveMinutes", 30, "returnMinutes", 5));
        var phone = Meta.newPhone();
        var one = answered(phone);
        meta.says(business, phone, "and now?");
        untilSilent(one, "agent");
        assertThat(agent.react(one, "👍").status()).isEqualTo(201);
        untilSilent(answered(), "contact");

        pass(Duration.ofMinutes(6));

        assertThat(events(one)).contains("agent-silent Ann Agent");
    }

    @Test
    void aSuspendedBusinessNudgesNobody() {
        setEnding(PATIENCE);
        var one = answered();
        untilSilent(one, "contact");

        turn(Tenant.State.SUSPENDED);
        pass(Duration.ofMinutes(60));
        pass(Duration.ofMinutes(120));
        turn(Tenant.State.ACTIVE);

        assertThat(statusOf(one)).isEqualTo("open");
        assertThat(events(one)).doesNotContain("nudged");
    }

    private void turn(Tenant.State state) {
        server.getBean(Tenants.class).turn(business.tenant().id(), state);
    }
}
