package io.moked.routing.web;

import static java.util.stream.Collectors.toMap;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.Users;
import io.moked.conversation.ConversationId;
import io.moked.routing.Demands;
import io.moked.routing.Demands.Demand;
import io.moked.routing.Departments;
import io.moked.routing.Explanations;
import io.moked.routing.Explanations.Kept;
import io.moked.routing.Explanations.Wait;
import io.moked.routing.Skills;
import io.moked.routing.Skills.Skill;
import io.moked.routing.WaitEstimate;
import io.moked.routing.engine.Choice;
import io.moked.routing.engine.Needs;
import io.moked.routing.engine.Obstacle;
import io.moked.routing.engine.Priority;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why a conversation is where it is. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/routing")
class RoutingController {

    private final Explanations explanations;
    private final Departments departments;
    private final Demands demands;
    private final Skills skills;
    private final Users users;

    RoutingController(
            Explanations explanations,
            Departments departments,
            Demands demands,
            Skills skills,
            Users users) {
        this.explanations = explanations;
        this.departments = departments;
        this.demands = demands;
        this.skills = skills;
        this.users = users;
    }

    /**
     * A conversation's way.
     *
     * @param demand how urgent it is, and what it asks of whoever is to have it
     * @param waiting null where it does not wait
     * @param decisions who was given it without asking, the newest first
     */
    record RoutingView(
            DemandView demand, @Nullable WaitView waiting, List<DecisionView> decisions) {}

    /**
     * What a conversation asks for.
     *
     * @param required skills nobody may lack
     * @param preferred skills that count in an agent's favour
     */
    record DemandView(
            Priority priority, List<NeededSkillView> required, List<NeededSkillView> preferred) {}

    record NeededSkillView(UUID skillId, String name, int level) {}

    record WantedDemand(
            @NotNull Priority priority,
            @NotNull @Size(max = 10) List<@NotNull @Valid SkillLevel> required,
            @NotNull @Size(max = 10) List<@NotNull @Valid SkillLevel> preferred) {}

    /**
     * A wait that goes on.
     *
     * @param relaxesAt when less will be required of an agent than now; null for never
     * @param before how many stand before it
     * @param estimate how long it may still take
     * @param obstacles how many members of the department cannot have it, by the reason
     */
    record WaitView(
            UUID departmentId,
            String department,
            Instant since,
            int before,
            WaitEstimate estimate,
            @Nullable Instant relaxesAt,
            Map<Obstacle, Integer> obstacles) {}

    /**
     * A decision.
     *
     * @param choice how agents of that department were chosen
     * @param considered who could have had it, the chosen one first
     * @param obstacles how many could not, by the reason
     * @param passed how many stood before it that this agent could not have
     */
    record DecisionView(
            UUID id,
            Instant at,
            Instant waitingSince,
            UUID agentId,
            String agent,
            UUID departmentId,
            String department,
            Choice choice,
            List<ConsideredView> considered,
            Map<Obstacle, Integer> obstacles,
            int passed) {}

    /**
     * An agent who could have had it.
     *
     * @param preferred how many of the preferred skills they have
     * @param weights what counted: {@code occupied} as a share, {@code idleSince} and {@code
     *     lastGiven} in seconds since 1970, {@code levels} as a sum
     */
    record ConsideredView(UUID id, String name, int preferred, Map<String, Double> weights) {}

    /** Why it was given to whom, and why it still waits. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    RoutingView get(SignedIn caller, @PathVariable UUID id) {
        var conversation = new ConversationId(id);
        var waiting = explanations.waiting(conversation, caller);
        var decisions = explanations.decisions(conversation, caller);
        var places =
                departments.names(
                        Stream.concat(
                                        waiting.map(Wait::department).stream(),
                                        decisions.stream().map(it -> it.decision().line()))
                                .collect(Collectors.toSet()));
        return new RoutingView(
                view(demands.of(conversation, caller)),
                waiting.map(it -> view(it, places)).orElse(null),
                views(decisions, places));
    }

    /**
     * Says how urgent it is and what it asks for, in place of what was said before; that holds
     * while it waits, and whenever it waits again.
     */
    @PutMapping
    @Requires(Permission.ANSWER_CONVERSATIONS)
    RoutingView put(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody WantedDemand wanted) {
        var needs =
                new Needs(
                        SkillLevel.levels("required", wanted.required()),
                        SkillLevel.levels("preferred", wanted.preferred()));
        demands.set(new ConversationId(id), new Demand(wanted.priority(), needs), caller);
        return get(caller, id);
    }

    private DemandView view(Demand it) {
        var names = skills.all().stream().collect(toMap(Skill::id, Skill::name));
        return new DemandView(
                it.priority(),
                views(it.needs().required(), names),
                views(it.needs().preferred(), names));
    }

    private static List<NeededSkillView> views(Map<UUID, Integer> levels, Map<UUID, String> names) {
        return levels.entrySet().stream()
                .map(it ->
                        new NeededSkillView(
                                it.getKey(), names.getOrDefault(it.getKey(), ""), it.getValue()))
                .sorted(Comparator.comparing(NeededSkillView::name))
                .toList();
    }

    private static WaitView view(Wait it, Map<UUID, String> places) {
        return new WaitView(
                it.department(),
                places.getOrDefault(it.department(), ""),
                it.since(),
                it.before(),
                it.estimate(),
                it.relaxesAt().orElse(null),
                it.out());
    }

    private List<DecisionView> views(List<Kept> decisions, Map<UUID, String> places) {
        Set<UUID> people =
                decisions.stream()
                        .flatMap(it -> it.decision().considered().stream())
                        .map(it -> it.agent())
                        .collect(Collectors.toSet());
        var names = users.names(people);
        return decisions.stream().map(it -> view(it, places, names)).toList();
    }

    private static DecisionView view(Kept kept, Map<UUID, String> places, Map<UUID, String> names) {
        var it = kept.decision();
        return new DecisionView(
                kept.id(),
                kept.at(),
                kept.waitingSince(),
                it.agent(),
                names.getOrDefault(it.agent(), ""),
                it.line(),
                places.getOrDefault(it.line(), ""),
                it.choice(),
                it.considered().stream()
                        .map(one ->
                                new ConsideredView(
                                        one.agent(),
                                        names.getOrDefault(one.agent(), ""),
                                        one.preferred(),
                                        one.weights()))
                        .toList(),
                it.out(),
                it.passed());
    }
}
