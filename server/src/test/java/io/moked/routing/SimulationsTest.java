package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moked.Api;
import io.moked.Journey;
import io.moked.MokedTest;
import io.moked.kernel.Refusal;
import io.moked.routing.engine.Choice;
import io.moked.routing.replay.Simulations;
import io.moked.routing.simulation.Plan;
import io.moked.routing.simulation.Plan.Demand;
import io.moked.routing.simulation.Plan.Handling;
import io.moked.routing.simulation.Plan.Team;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Managers ask how a day would go. */
@MokedTest
class SimulationsTest extends Journey {

    private static final String PATH = "/routing/simulations";

    private Api manager;

    @BeforeEach
    void askAsManager() {
        manager = Api.of(port, business.manager());
    }

    @Test
    void aModelDayTellsHowLongPeopleWouldWait() {
        var answer = manager.post(PATH, day(60, 4, 2));
        assertThat(answer.status()).isEqualTo(200);
        var whole = answer.body().path("whole");
        int arrived = whole.path("day").path("arrived").asInt();
        assertThat(arrived).isBetween(400, 560);
        assertThat(whole.path("hours")).hasSize(8);
        assertThat(whole.path("day").path("answered").asInt()).isLessThanOrEqualTo(arrived);
        assertThat(whole.path("day").path("occupancy").asDouble()).isBetween(0.5, 0.8);
        var department = answer.body().path("departments").get(0);
        assertThat(department.path("name").asString()).isEqualTo("General");
        assertThat(department.path("section").path("day")).isEqualTo(whole.path("day"));
    }

    @Test
    void moreAgentsLetTheSamePeopleWaitLess() {
        var few = manager.post(PATH, day(60, 3, 2)).body().path("whole").path("day");
        var many = manager.post(PATH, day(60, 6, 2)).body().path("whole").path("day");
        assertThat(many.path("arrived")).isEqualTo(few.path("arrived"));
        assertThat(many.path("meanSeconds").asDouble())
                .isLessThan(few.path("meanSeconds").asDouble());
        assertThat(many.path("serviceLevel").asDouble())
                .isGreaterThan(few.path("serviceLevel").asDouble());
    }

    @Test
    void whatIsTooBigOrMakesNoSenseIsRefused() {
        assertRefused(day(2_600, 4, 2), "too-many-conversations");
        assertRefused(day(60, 300, 2, 0, 480), "too-many-agents", 2);
        assertRefused(day(60, 4, 2, 480, 480), "ends-before-it-begins");
        var twice = new HashMap<>(day(60, 4, 2));
        var department = ((List<?>) twice.get("departments")).getFirst();
        twice.put("departments", List.of(department, department));
        assertRefused(twice, "twice");
        var unknown = new HashMap<>(day(60, 4, 2));
        unknown.put("departments", List.of(of(UUID.randomUUID(), 60)));
        assertRefused(unknown, "unknown");
        unknown.put("departments", List.of(of(business.addDepartment(server), 60)));
        assertRefused(unknown, "unknown-department");
        assertThat(manager.post(PATH, day(-1, 4, 2)).status()).isEqualTo(400);
        assertThat(manager.post(PATH, day(60, 4, 0)).status()).isEqualTo(400);
    }

    /**
     * The day itself asks for another one while it is looked at, which no clock has to help with.
     */
    @Test
    void oneAtATimeIsEnough() {
        var meanwhile = new ArrayList<Integer>();
        goThrough(() -> meanwhile.add(manager.post(PATH, day(60, 4, 2)).status()));
        assertThat(meanwhile).contains(409);
        assertThat(manager.post(PATH, day(60, 4, 2)).status()).isEqualTo(200);
    }

    @Test
    void whatWhoeverAskedNoLongerWaitsForIsLeft() {
        var administrator = Api.of(port, business.administrator());
        goThrough(() -> administrator.delete("/routing/simulations"));
        assertThatThrownBy(() -> goThrough(() -> manager.delete("/routing/simulations")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> assertThat(it.code()).isEqualTo("simulation-too-long"));
    }

    /** A day of the manager's, in the middle of which something happens. */
    private void goThrough(Runnable meanwhile) {
        var perHour =
                new AbstractList<Double>() {
                    @Override
                    public Double get(int hour) {
                        meanwhile.run();
                        return 0.0;
                    }

                    @Override
                    public int size() {
                        return 1;
                    }
                };
        var handling = new Handling(Duration.ofMinutes(1), null);
        var demand = new Demand(business.department(), perHour, handling, null, Choice.ROUND_ROBIN);
        var hour = Duration.ofHours(1);
        var team = new Team(1, Set.of(business.department()), 1, Duration.ZERO, hour);
        var plan = new Plan(List.of(demand), List.of(team));
        var simulations = server.getBean(Simulations.class);
        TenantScope.run(
                business.tenant().id(),
                () ->
                        simulations.of(
                                plan, Duration.ofMinutes(1), 1, business.manager().user().id()));
    }

    private void assertRefused(Map<String, Object> day, String reason) {
        assertRefused(day, reason, 1);
    }

    private void assertRefused(Map<String, Object> day, String reason, int teams) {
        var wanted = new HashMap<>(day);
        var team = ((List<?>) day.get("teams")).getFirst();
        wanted.put("teams", Collections.nCopies(teams, team));
        var refusal = manager.post(PATH, wanted);
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.body().path("errors").get(0).path("message").asString())
                .isEqualTo(reason);
    }

    private Map<String, Object> day(int perHour, int agents, int capacity) {
        return day(perHour, agents, capacity, 0, 480);
    }

    /** Eight hours of five-minute conversations. */
    private Map<String, Object> day(int perHour, int agents, int capacity, int from, int to) {
        UUID department = business.department();
        return Map.of(
                "departments",
                List.of(of(department, perHour)),
                "teams",
                List.of(
                        Map.of(
                                "agents", agents,
                                "departmentIds", List.of(department),
                                "capacity", capacity,
                                "fromMinute", from,
                                "toMinute", to)),
                "promisedSeconds",
                60,
                "seed",
                7);
    }

    private static Map<String, Object> of(UUID department, int perHour) {
        return Map.of(
                "departmentId",
                department,
                "arrivalsPerHour",
                Collections.nCopies(8, perHour),
                "handlingSeconds",
                300,
                "handlingVariation",
                0.8,
                "patienceSeconds",
                1_800,
                "choice",
                "least_occupied");
    }
}
