package io.moked.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.Business.Member;
import io.moked.Journey;
import io.moked.access.Callers;
import io.moked.access.SignedIn;
import io.moked.kernel.Ids;
import io.moked.signin.TurnedClock;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Consoles of an agent that come and go, at two servers. */
abstract class AbsenceJourney extends Journey {

    static final Duration MOMENT = Duration.ofSeconds(10);

    @Autowired TurnedClock.Hand clock;
    @Autowired Attendance here;
    @Autowired WitnessStore witnesses;
    @Autowired Absences absences;
    @Autowired Ids ids;
    @Autowired Callers callers;
    @Autowired List<TimedWork> works;

    /** Another server. */
    Attendance there;

    Api manager;
    SignedIn ann;

    @BeforeEach
    final void signIn() {
        manager = Api.of(port, business.manager());
        ann = callers.ofSession(session(business.agent())).orElseThrow();
        there = new Attendance(witnesses, absences, ids, clock);
        tell(here, there);
        say("available");
    }

    @AfterEach
    final void turnBack() {
        clock.turnBack();
    }

    final String session(Member member) {
        return TenantScope.call(business.tenant().id(), () -> Business.session(server, member));
    }

    final void say(String availability) {
        var wanted = Map.of("availability", availability);
        assertThat(agent.put("/me/availability", wanted).status()).isEqualTo(200);
    }

    final void comes(Attendance where, Object console) {
        TenantScope.run(business.tenant().id(), () -> where.comes(ann, console));
    }

    static void tell(Attendance... servers) {
        for (var one : servers) {
            one.round();
        }
    }

    /** As time does: servers say that they are there, and one looks who has gone. */
    final void pass(Duration time, Attendance... alive) {
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

    final String availability() {
        return agent.get("/me/availability").path("availability").asString();
    }
}
