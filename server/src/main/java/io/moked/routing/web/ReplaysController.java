package io.moked.routing.web;

import static java.util.stream.Collectors.toMap;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.Invalid;
import io.moked.routing.engine.Choice;
import io.moked.routing.replay.Replays;
import io.moked.routing.replay.Replays.Known;
import io.moked.routing.replay.Replays.Wanted;
import io.moked.routing.simulation.Past.Change;
import io.moked.routing.web.SimulationViews.SimulationView;
import io.moked.routing.web.SimulationsController.ModelTeam;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Past days gone through again. */
@RestController
@RequestMapping("/api/v1/routing/replays")
class ReplaysController {

    private final Replays replays;
    private final SimulationViews views;

    ReplaysController(Replays replays, SimulationViews views) {
        this.replays = replays;
        this.views = views;
    }

    /**
     * A past day.
     *
     * @param to at most 25 hours after {@code from}; what is still to come of it is left out
     * @param departmentIds of which departments; none for all of them
     * @param promisedSeconds a wait no longer than this is as promised
     * @param seed the same seed draws the same of what is not known
     */
    record PastDay(
            @NotNull Instant from,
            @NotNull Instant to,
            @NotNull @Size(max = 200) Set<@NotNull UUID> departmentIds,
            @Min(1) @Max(24 * 60 * 60) int promisedSeconds,
            @Nullable @Valid ChangedDay change,
            long seed) {}

    /**
     * What is to be otherwise than it was.
     *
     * @param capacity how many conversations everybody holds at once; null for their own capacity
     * @param handlingPercent how long agents take, of what they took
     * @param arrivalsPercent how many come, of those who came
     * @param teams who is there as well
     */
    record ChangedDay(
            @NotNull @Size(max = 200) List<@NotNull @Valid ChangedChoice> choices,
            @Nullable @Min(1) @Max(1_000) Integer capacity,
            @Min(10) @Max(500) int handlingPercent,
            @Min(10) @Max(500) int arrivalsPercent,
            @NotNull @Size(max = 50) List<@NotNull @Valid ModelTeam> teams) {}

    record ChangedChoice(@NotNull UUID departmentId, @NotNull Choice choice) {}

    /**
     * A day gone through again.
     *
     * @param was as it really went
     * @param now by the rules of today
     * @param changed as it was wanted to be; null where nothing was
     */
    record ReplayView(
            SimulationView was,
            SimulationView now,
            @Nullable SimulationView changed,
            KnownOfDay known) {}

    /**
     * How much is known of it.
     *
     * @param keptSince when what happens began to be kept; null where nothing ever happened
     * @param waits how many there were, those included that had begun before
     * @param moved how many ended in another queue, and count there only
     * @param gaveUp those whose patience is known; that of all others is drawn
     * @param handled those of which it is known how long an agent had them; that of all others is
     *     drawn
     * @param guessedAgents those who never said that they were available, and were given something
     */
    record KnownOfDay(
            @Nullable Instant keptSince,
            int waits,
            int moved,
            int gaveUp,
            int handled,
            int agents,
            int guessedAgents) {}

    /**
     * Goes through a past day by the rules that decide for people, with who came and who was there
     * that day, and tells how long they waited and would have waited. 409 {@code
     * simulation-running} while another one of the business goes on, and {@code
     * simulation-too-long} where it takes too much time.
     */
    @PostMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    ReplayView replay(SignedIn caller, @Valid @RequestBody PastDay wanted) {
        var change = wanted.change();
        var replay =
                replays.of(
                        new Wanted(
                                wanted.from(),
                                wanted.to(),
                                wanted.departmentIds(),
                                Duration.ofSeconds(wanted.promisedSeconds()),
                                change == null ? null : change(change),
                                wanted.seed()),
                        caller.user());
        return new ReplayView(
                views.of(replay.was()),
                views.of(replay.now()),
                replay.changed() == null ? null : views.of(replay.changed()),
                view(replay.known()));
    }

    private static Change change(ChangedDay it) {
        return new Change(
                it.choices().stream()
                        .collect(
                                toMap(
                                        ChangedChoice::departmentId,
                                        ChangedChoice::choice,
                                        (one, other) -> {
                                            throw new Invalid("change.choices", "twice");
                                        })),
                it.capacity(),
                it.handlingPercent() / 100.0,
                it.arrivalsPercent() / 100.0,
                it.teams().stream().map(SimulationsController::team).toList());
    }

    private static KnownOfDay view(Known it) {
        return new KnownOfDay(
                it.since(),
                it.waits(),
                it.moved(),
                it.gaveUp(),
                it.handled(),
                it.agents(),
                it.guessed());
    }
}
