package io.moked.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Business.Member;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.access.Callers;
import io.moked.access.SignedIn;
import io.moked.kernel.Ids;
import io.moked.realtime.Console;
import io.moked.signin.TurnedClock;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Agents whose consoles have gone are away, until one is back; on however many servers. */
@MokedTest
@Import(TurnedClock.class)
class AbsencesTest extends Journey {

    private static final Duration MOMENT = Duration.ofSeconds(10);

    @Autowired TurnedClock.Hand clock;
    @Autowired Attendance here;
    @Autowired WitnessStore witnesses;
    @Autowired Absences absences;
    @Autowired Ids ids;
    @Autowired Callers callers;
    @Autowired List<TimedWork> works;

    /** Another server. */
    private Attendance there;

    private Api manager;
    private SignedIn ann;

    @BeforeEach
    void signIn() {
        manager = Api.of(port, business.manager());
        ann = callers.ofSession(session(business.agent())).orElseThrow();
        there = new Attendance(witnesses, absences, ids, clock);
        tell(here, there);
        say("available");
    }

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    private String session(Member member) {
        return TenantScope.call(business.tenant().id(), () -> Business.session(server, member));
    }

    private void say(String availability) {
        var wanted = Map.of("availability", availability);
        assertThat(agent.put("/me/availability", wanted).status()).isEqualTo(200);
    }

    private void comes(Attendance where, Object console) {
        TenantScope.run(business.tenant().id(), () -> where.comes(ann, console));
    }

    private static void tell(Attendance... servers) {
        for (var one : servers) {
            one.round();
        }
    }

    /** As time does: servers say that they are there, and one looks who has gone. */
    private void pass(Duration time, Attendance... alive) {
        clock.turn(time);
        tell(alive);
        var work =
                works.stream()
                        .filter(it -> it.name().equals("agents-gone"))
                        .findFirst()
                        .orElseThrow();
        while (work.part().applyAsInt(clock.instant()) > 0) {
            continue;
        }
    }

    private String availability() {
        return agent.get("/me/availability").path("availability").asString();
    }

    private void setGrace(int minutes) {
        var wanted = Map.of("graceMinutes", minutes);
        assertThat(manager.put("/absence-rule", wanted).status()).isEqualTo(200);
    }

    @Test
    void whoseConsoleIsGoneForLongerThanTheGraceTimeIsAwayAndComesBackWithIt() {
        comes(here, "tab");
        here.goes(ann, "tab");
        tell(here);

        pass(Duration.ofMinutes(4), here, there);
        assertThat(availability()).isEqualTo("available");
        pass(Duration.ofMinutes(2), here, there);
        assertThat(availability()).isEqualTo("away");
        assertThat(agent.get("/me/availability").path("automatic").asBoolean()).isTrue();

        comes(there, "tab");
        assertThat(availability()).isEqualTo("available");
        assertThat(agent.items("/me/timeline?to=" + clock.instant().plus(MOMENT)))
                .extracting(it -> it.path("availability").asString() + it.path("by").asString())
                .containsExactly("availableserver", "awayserver", "availableoneself");
    }

    @Test
    void oneOfSeveralTabsIsEnough() {
        comes(here, "one tab");
        comes(here, "another");
        here.goes(ann, "one tab");
        here.goes(ann, "one tab");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void aTabAtAnotherServerIsEnough() {
        comes(here, "tab");
        comes(there, "tab");
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");

        there.goes(ann, "tab");
        tell(there);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("away");
    }

    @Test
    void theGraceTimeCountsFromTheLastOfThem() {
        comes(here, "tab");
        comes(there, "tab");
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofMinutes(4), here, there);
        there.goes(ann, "tab");
        tell(there);
        pass(Duration.ofMinutes(2), here, there);
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void whoComesBackBetweenTwoRoundsWasNeverGone() {
        comes(here, "tab");
        here.goes(ann, "tab");
        comes(here, "the same again");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void whatADeadServerSawIsSeenNoMoreFromWhenThatIsFound() {
        comes(there, "tab");
        pass(Duration.ofMinutes(4), here);
        assertThat(availability()).isEqualTo("available");
        pass(Duration.ofMinutes(4), here);
        assertThat(availability()).isEqualTo("available");
        pass(Duration.ofMinutes(2), here);
        assertThat(availability()).isEqualTo("away");
    }

    /** All were down for longer than the grace time: nobody could have been seen meanwhile. */
    @Test
    void nobodyIsAwayBecauseTheServerWas() {
        comes(there, "tab");
        pass(Duration.ofHours(1), here);
        assertThat(availability()).isEqualTo("available");
        comes(here, "tab");
        pass(Duration.ofMinutes(6), here);
        assertThat(availability()).isEqualTo("available");
    }

    /** It could not say for a while that it was there, and was taken for dead. */
    @Test
    void aServerThatComesBackToItsSensesSaysAgainWhatItSees() {
        comes(there, "tab");
        pass(Duration.ofMinutes(4), here);
        tell(there);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void whatSomebodySaidThemselvesStays() {
        for (var one : List.of("break", "away", "offline")) {
            say(one);
            comes(here, one);
            here.goes(ann, one);
            tell(here);
            pass(Duration.ofMinutes(6), here, there);
            assertThat(availability()).isEqualTo(one);
            comes(here, one);
            assertThat(availability()).isEqualTo(one);
        }
    }

    @Test
    void whatWasDecidedMeanwhileStays() {
        comes(here, "tab");
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);
        var path = "/agents/" + business.agent().id() + "/availability";
        manager.put(path, Map.of("availability", "away"));
        comes(here, "tab");
        assertThat(availability()).isEqualTo("away");
    }

    @Test
    void whoIsAwayKeepsWhatTheyHoldAndIsGivenNothing() {
        giveTo(business.agent());
        var first = Meta.newPhone();
        meta.says(business, first, "hello?");
        await().until(() -> assignee(first).equals(business.agent().id().toString()));
        comes(here, "tab");
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofMinutes(6), here, there);

        var second = Meta.newPhone();
        meta.says(business, second, "hello?");
        assertThat(conversationOf(second).path("handler").asString()).isEqualTo("queue");
        assertThat(assignee(first)).isEqualTo(business.agent().id().toString());

        comes(here, "tab");
        await().until(() -> assignee(second).equals(business.agent().id().toString()));
    }

    private String assignee(String phone) {
        return conversationOf(phone).path("assignee").path("id").asString("");
    }

    private void giveTo(Member member) {
        var path = "/departments/" + business.department();
        var wanted = Map.of("name", "General", "mode", "push", "choice", "longest_idle");
        assertThat(manager.put(path, wanted).status()).isEqualTo(200);
        var ids = Map.of("agentIds", List.of(member.id()));
        assertThat(manager.put(path + "/members", ids).status()).isEqualTo(200);
    }

    @Test
    void aBusinessSaysHowLongConsolesMayBeGone() {
        setGrace(1);
        comes(here, "tab");
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofMinutes(2), here, there);
        assertThat(availability()).isEqualTo("away");

        comes(here, "tab");
        setGrace(0);
        here.goes(ann, "tab");
        tell(here);
        pass(Duration.ofHours(1), here, there);
        assertThat(availability()).isEqualTo("available");
        assertThat(manager.get("/absence-rule").path("graceMinutes").asInt()).isZero();
        for (int wrong : List.of(-1, 1_441)) {
            assertThat(manager.put("/absence-rule", Map.of("graceMinutes", wrong)).status())
                    .isEqualTo(400);
        }
    }

    @Test
    void whoSignsOutHasGone() throws Exception {
        var session = session(business.agent());
        try (var console = new Console(port, session)) {
            await().until(console::isReady);
            new Api(port, session).delete("/session");
            console.endsInTime();
            await().until(() -> {
                pass(Duration.ofMinutes(6), here, there);
                return availability().equals("away");
            });
        }
        try (var console = new Console(port, session(business.agent()))) {
            await().until(console::isReady);
            assertThat(availability()).isEqualTo("available");
        }
    }

    @Test
    void aProgramIsNeverGone() throws Exception {
        try (var program = new Console(port, business.agent().token())) {
            await().until(program::isReady);
            say("busy");
        }
        pass(Duration.ofMinutes(12), here, there);
        pass(Duration.ofMinutes(6), here, there);
        assertThat(availability()).isEqualTo("busy");
    }
}
