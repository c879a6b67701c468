package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.routing.engine.Choice;
import io.moked.routing.replay.Simulations;
import io.moked.routing.simulation.Plan;
import io.moked.routing.simulation.Plan.Demand;
import io.moked.routing.simulation.Plan.Handling;
import io.moked.routing.simulation.Plan.Team;
import io.moked.routing.web.SimulationViews.SimulationView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Days that nobody has to live through. */
@RestController
@RequestMapping("/api/v1/routing/simulations")
class SimulationsController {

    private static final int A_DAY = 24 * 60 * 60;

    private final Simulations simulations;
    private final SimulationViews views;

    SimulationsController(Simulations simulations, SimulationViews views) {
        this.simulations = simulations;
        this.views = views;
    }

    /**
     * A model day.
     *
     * @param promisedSeconds a wait no longer than this is as promised
     * @param seed the same seed draws the same day, so that two rules can be compared on it
     */
    record ModelDay(
            @NotEmpty @Size(max = 20) List<@NotNull @Valid ModelDepartment> departments,
            @NotNull @Size(max = 50) List<@NotNull @Valid ModelTeam> teams,
            @Min(1) @Max(A_DAY) int promisedSeconds,
            long seed) {}

    /**
     * What comes to a department.
     *
     * @param arrivalsPerHour how many on average, hour after hour from the begin of the day
     * @param handlingSeconds how long an agent has a conversation on average
     * @param handlingVariation its standard deviation, as a share of that; exponential where it is
     *     left out
     * @param patienceSeconds after how long people give up on average; never where it is left out
     */
    record ModelDepartment(
            @NotNull UUID departmentId,
            @NotEmpty @Size(max = 24) List<@NotNull @PositiveOrZero @DecimalMax("10000") Double> arrivalsPerHour,
            @Min(1) @Max(A_DAY) int handlingSeconds,
            @Nullable @PositiveOrZero @DecimalMax("5") Double handlingVariation,
            @Nullable @Min(1) @Max(A_DAY) Integer patienceSeconds,
            @NotNull Choice choice) {}

    /**
     * Agents who are alike.
     *
     * @param capacity how many conversations each holds at once
     * @param fromMinute counted from the begin of the day, likewise the end
     */
    record ModelTeam(
            @Min(1) @Max(500) int agents,
            @NotEmpty @Size(max = 20) Set<@NotNull UUID> departmentIds,
            @Min(1) @Max(1_000) int capacity,
            @Min(0) @Max(24 * 60) int fromMinute,
            @Min(0) @Max(24 * 60) int toMinute) {}

    /**
     * Goes through a model day by the rules that decide for people, and tells how long they would
     * wait. 409 {@code simulation-running} while another one of the business goes on, and {@code
     * simulation-too-long} where it takes too much time.
     */
    @PostMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    SimulationView simulate(SignedIn caller, @Valid @RequestBody ModelDay wanted) {
        var plan =
                new Plan(
                        wanted.departments().stream().map(SimulationsController::demand).toList(),
                        wanted.teams().stream().map(SimulationsController::team).toList());
        var promised = Duration.ofSeconds(wanted.promisedSeconds());
        return views.of(simulations.of(plan, promised, wanted.seed(), caller.user()));
    }

    /** The caller waits no longer for the day that they have asked for, if it still goes on. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void leave(SignedIn caller) {
        simulations.leave(caller.user());
    }

    private static Demand demand(ModelDepartment it) {
        var patience = it.patienceSeconds();
        return new Demand(
                it.departmentId(),
                it.arrivalsPerHour(),
                new Handling(Duration.ofSeconds(it.handlingSeconds()), it.handlingVariation()),
                patience == null ? null : Duration.ofSeconds(patience),
                it.choice());
    }

    static Team team(ModelTeam it) {
        return new Team(
                it.agents(),
                it.departmentIds(),
                it.capacity(),
                Duration.ofMinutes(it.fromMinute()),
                Duration.ofMinutes(it.toMinute()));
    }
}
