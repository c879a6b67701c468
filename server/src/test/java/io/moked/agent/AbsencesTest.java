package io.moked.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business.Member;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.realtime.Console;
import io.moked.signin.TurnedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Agents whose consoles have gone are away, until one is back. */
@MokedTest
@Import(TurnedClock.class)
class AbsencesTest extends AbsenceJourney {

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
