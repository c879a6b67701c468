package io.moked.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import io.moked.signin.TurnedClock;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What happens by itself when something has lasted for a while. */
@MokedTest
@Import(TurnedClock.class)
class TimedTest extends RuleJourney {

    @Autowired TurnedClock.Hand clock;

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    @Test
    void whoeverHasWaitedTooLongIsMovedOnce() {
        var elsewhere = business.addDepartment(server);
        add(after(rule("Too long", "waiting", labels("late"), to("department", elsewhere)), 10));
        var phone = says("hello");
        begun(phone, 1);

        pass(9);
        assertThat(labelsOf(phone)).isEmpty();
        pass(1);
        awaitActed("Too long", 1);
        assertThat(labelsOf(phone)).containsExactly("late");

        // What it did itself begins nothing.
        pass(60);
        assertThat(acted("Too long")).isEqualTo(1);
    }

    @Test
    void twoRulesThatSendItBackAndForthDoSoOnceEach() {
        var there = business.addDepartment(server);
        add(
                when(
                        after(rule("There", "waiting", to("department", there)), 5),
                        ids("department", business.department())));
        add(
                when(
                        after(rule("Back", "waiting", to("department", business.department())), 6),
                        ids("department", there)));
        var phone = says("hello");
        begun(phone, 2);

        for (int n = 0; n < 5; n++) {
            pass(10);
        }

        assertThat(acted("There")).isEqualTo(1);
        assertThat(acted("Back")).isEqualTo(1);
    }

    @Test
    void whoIsTakenDoesNotWaitAnyMore() {
        add(after(rule("Too long", "waiting", labels("late")), 10));
        var phone = says("hello");
        begun(phone, 1);
        take(phone);
        begun(phone, 0);

        pass(60);
        assertThat(labelsOf(phone)).isEmpty();

        assertThat(agent.delete("/conversations/" + idOf(phone) + "/assignment").status())
                .isEqualTo(200);
        begun(phone, 1);
        pass(10);
        awaitActed("Too long", 1);
    }

    @Test
    void anAgentWhoDoesNotAnswerIsRemindedUntilTheyDo() {
        add(after(rule("Silent", "unanswered", labels("silent")), 10));
        var phone = says("hello");
        take(phone);
        begun(phone, 1);
        pass(10);
        awaitActed("Silent", 1);

        agent.reply(idOf(phone), "yes?");
        begun(phone, 0);
        meta.says(business, phone, "still here");
        begun(phone, 1);
        agent.reply(idOf(phone), "so am I");
        begun(phone, 0);
        pass(60);
        assertThat(acted("Silent")).isEqualTo(1);
    }

    @Test
    void whatWasResolvedIsOpenNoLonger() {
        add(after(rule("Old", "open", labels("old")), 30));
        var phone = says("hello");
        begun(phone, 1);
        agent.post("/conversations/" + idOf(phone) + "/resolution", null);
        begun(phone, 0);
        pass(60);
        assertThat(acted("Old")).isZero();
    }

    @Test
    void aRuleThatAsksForItNoMoreForgetsIt() {
        var rule = after(rule("Too long", "waiting", labels("late")), 10);
        var kept = add(rule);
        var phone = says("hello");
        begun(phone, 1);

        rule.put("minutes", 20);
        var path = "/rules/" + kept.path("id").asString();
        assertThat(manager.put(path, Map.of("version", 1, "rule", rule)).status()).isEqualTo(200);

        begun(phone, 0);
    }

    @Test
    void whoeverWritesAgainMeanwhileLetsNobodyBeRemindedTwice() {
        add(after(rule("Silent", "unanswered", labels("silent")), 10));
        var phone = says("hello");
        take(phone);
        begun(phone, 1);
        pass(10);
        awaitActed("Silent", 1);

        meta.says(business, phone, "still here");
        begun(says("hello"), 1);
        pass(60);

        assertThat(acted("Silent")).isEqualTo(1);
    }

    private void take(String phone) {
        var body = Map.of("assigneeId", business.agent().id());
        assertThat(agent.put("/conversations/" + idOf(phone) + "/assignment", body).status())
                .isEqualTo(200);
    }

    /** Whoever looks at what is due does so once the clock has been turned. */
    private void pass(int minutes) {
        clock.turn(Duration.ofMinutes(minutes));
        var inbox = server.getBean(OccasionInbox.class);
        server.getBean(RuleBell.class).ring();
        await().until(() -> inbox.due(clock.instant(), 1).isEmpty());
    }

    private void begun(String phone, int states) {
        var id = idOf(phone);
        await().until(() -> Occasions.of(server, business, id) == states);
    }

    @Test
    void aReactionIsNoAnswer() {
        add(after(rule("Silent", "unanswered", labels("silent")), 10));
        var phone = says("hello");
        take(phone);
        begun(phone, 1);
        assertThat(agent.react(idOf(phone), "👍").status()).isEqualTo(201);
        begun(says("hello"), 1);

        pass(10);

        awaitActed("Silent", 1);
    }

    @Test
    void whatWasSetAsideCountsFromWhenItGoesOn() {
        add(after(rule("Old", "open", labels("old")), 30));
        add(after(rule("Silent", "unanswered", labels("silent")), 30));
        var phone = says("hello");
        take(phone);
        begun(phone, 2);
        var id = idOf(phone);
        var untilAnswered = Collections.singletonMap("until", null);
        assertThat(agent.put("/conversations/" + id + "/snooze", untilAnswered).status())
                .isEqualTo(200);
        pass(40);
        assertThat(labelsOf(phone)).isEmpty();
        meta.says(business, phone, "and now?");
        await().until(() -> statusOf(id).equals("open"));

        pass(30);

        awaitActed("Old", 1);
        awaitActed("Silent", 1);
    }

    private String statusOf(String id) {
        return agent.get("/conversations/" + id).path("status").asString();
    }
}
