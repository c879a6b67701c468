package io.moked.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is promised runs with what happens. */
@MokedTest
class TargetsTest extends TargetJourney {

    @Test
    void whoeverWritesIsPromisedAFirstAnswerThenOthersAndAnEnd() {
        promise();
        var one = arrival();
        assertThat(kindOf(one)).isEqualTo("first_response");
        assertThat(left(one)).isEqualTo(60);

        agent.reply(one, "I am here");
        assertThat(kindOf(one)).isEqualTo("resolution");
        assertThat(left(one)).isEqualTo(1440);

        meta.says(business, phoneOf(one), "and another thing");
        eventually(() -> assertThat(kindOf(one)).isEqualTo("next_response"));
        assertThat(left(one)).isEqualTo(30);

        agent.post("/conversations/" + one + "/resolution", Map.of());
        assertThat(at(one).path("target").isNull()).isTrue();

        clock.turn(Duration.ofMinutes(40));
        agent.delete("/conversations/" + one + "/resolution");
        assertThat(kindOf(one)).isEqualTo("resolution");
        assertThat(left(one)).isEqualTo(1440);
    }

    @Test
    void whatIsPutOffKeepsTheTimeThatIsLeft() {
        promise();
        var one = arrival();
        clock.turn(Duration.ofMinutes(20));
        assertThat(manager.put("/conversations/" + one + "/snooze", Map.of()).status())
                .isEqualTo(200);
        assertThat(at(one).path("target").isNull()).isTrue();

        clock.turn(Duration.ofHours(2));
        work();
        manager.delete("/conversations/" + one + "/snooze");

        assertThat(left(one)).isEqualTo(40);
        assertThat(told(one)).isEmpty();
    }

    @Test
    void whatIsEndangeredAndThenBrokenIsToldOnceEach() {
        promise();
        var one = arrival();
        clock.turn(Duration.ofMinutes(47));
        work();
        assertThat(told(one)).isEmpty();

        clock.turn(Duration.ofMinutes(2));
        work();
        work();
        assertThat(told(one)).containsExactly("target.endangered first_response");

        clock.turn(Duration.ofMinutes(12));
        work();
        work();
        assertThat(told(one))
                .containsExactly(
                        "target.endangered first_response", "target.broken first_response");
        assertThat(kindOf(one)).isEqualTo("first_response");
    }

    @Test
    void anAnswerThatComesTooLateHasComeTooLateWhoeverLooked() {
        promise();
        var one = arrival();
        clock.turn(Duration.ofMinutes(61));

        agent.reply(one, "Sorry");

        assertThat(told(one)).contains("target.broken first_response").doesNotHaveDuplicates();
        work();
        assertThat(told(one)).doesNotHaveDuplicates();
    }

    @Test
    void whoeverIsAnsweredInTimeIsToldNothing() {
        promise();
        var one = arrival();
        agent.reply(one, "I am here");
        clock.turn(Duration.ofHours(3));
        work();
        assertThat(told(one)).isEmpty();
    }

    @Test
    void whatWasOpenBeforeAnythingWasPromisedIsTakenUp() {
        var waiting = arrival();
        var answered = arrival();
        agent.reply(answered, "I am here");
        assertThat(at(waiting).path("target").isNull()).isTrue();

        promise();

        eventually(() -> {
            work();
            assertThat(kindOf(waiting)).isEqualTo("first_response");
            assertThat(kindOf(answered)).isEqualTo("resolution");
        });
    }

    @Test
    void whatWasSetAsideBeforeThatIsTakenUpAsThat() {
        var one = arrival();
        manager.put("/conversations/" + one + "/snooze", Map.of());
        var other = arrival();

        promise();

        eventually(() -> {
            work();
            assertThat(kindOf(other)).isEqualTo("first_response");
        });
        assertThat(at(one).path("target").isNull()).isTrue();
    }

    @Test
    void otherTargetsHoldForWhatIsOpenAsWell() {
        promise();
        var one = arrival();
        promise(business.department(), target("normal", "first_response", 10));
        work();
        assertThat(left(one)).isEqualTo(10);

        promise(business.department());
        work();
        assertThat(at(one).path("target").isNull()).isTrue();
    }

    @Test
    void otherHoursHoldForWhatIsOpenAsWell() {
        promise();
        var one = arrival();
        var never =
                Map.of(
                        "name",
                        "Never",
                        "timeZone",
                        "Asia/Jerusalem",
                        "week",
                        Map.of(),
                        "specialDays",
                        List.of());
        var calendar = manager.post("/calendars", never).body().path("id").asString();
        var hours = Map.of("follows", "calendar", "calendarId", calendar);
        manager.put("/departments/" + business.department() + "/hours", hours);
        work();
        assertThat(at(one).path("target").isNull()).isTrue();

        var always = new HashMap<String, Object>();
        always.put("follows", "always");
        manager.put("/departments/" + business.department() + "/hours", always);
        work();
        assertThat(left(one)).isEqualTo(60);
    }

    @Test
    void otherDepartmentsAndPrioritiesPromiseSomethingElse() {
        promise();
        var sales = business.addDepartment(server);
        promise(
                sales,
                target("normal", "first_response", 20),
                target("urgent", "first_response", 5));
        var one = arrival();

        manager.post(
                "/conversations/" + one + "/transfer", Map.of("departmentId", sales, "note", ""));
        assertThat(left(one)).isEqualTo(20);

        var demand = Map.of("priority", "urgent", "required", List.of(), "preferred", List.of());
        assertThat(manager.put("/conversations/" + one + "/routing", demand).status())
                .isEqualTo(200);
        assertThat(left(one)).isEqualTo(5);
    }

    @Test
    void theMostEndangeredStandFirstAndPagesGoOnWhereTheLastEnded() {
        var early = arrival();
        promise();
        eventually(() -> {
            work();
            assertThat(kindOf(early)).isEqualTo("first_response");
        });
        var late = arrival();
        agent.reply(early, "I am here");
        var urgent = arrival();
        var sales = business.addDepartment(server);
        manager.post(
                "/conversations/" + urgent + "/transfer",
                Map.of("departmentId", sales, "note", ""));

        var first = manager.get("/conversations?order=due&limit=2");
        var rest =
                manager.get(
                        "/conversations?order=due&limit=2&cursor=" + first.path("next").asString());

        assertThat(
                        List.of(
                                first.path("items").path(0).path("id").asString(),
                                first.path("items").path(1).path("id").asString(),
                                rest.path("items").path(0).path("id").asString()))
                .containsExactly(late, early, urgent);
        assertThat(rest.path("items").size()).isEqualTo(1);
    }

    @Test
    void whatCannotBeMeantIsRefusedWithItsField() {
        assertThat(field(target("normal", "resolution", 0))).isEqualTo("targets.0.minutes");
        assertThat(field(target("normal", "resolution", 86_401))).isEqualTo("targets.0.minutes");
        var twice =
                promise(
                        business.department(),
                        target("low", "resolution", 1),
                        target("low", "resolution", 2));
        assertThat(twice.body().path("errors").path(0).path("field").asString())
                .isEqualTo("targets.1");
        assertThat(manager.put("/targets/warning", Map.of("warnPercent", 96)).status())
                .isEqualTo(400);
        assertThat(promise(UUID.randomUUID()).status()).isEqualTo(404);
    }

    private String field(Map<String, Object> target) {
        var answer = promise(business.department(), target);
        assertThat(answer.status()).isEqualTo(400);
        return answer.body().path("errors").path(0).path("field").asString();
    }

    private String phoneOf(String conversation) {
        return at(conversation).path("contact").path("phone").asString().substring(1);
    }
}
