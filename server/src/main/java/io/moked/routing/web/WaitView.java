package io.moked.routing.web;

import io.moked.access.Users;
import io.moked.routing.Explanations.Wait;
import io.moked.routing.WaitEstimate;
import io.moked.routing.engine.Obstacle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wait that goes on.
 *
 * @param relaxesAt when less will be required of an agent than now; null for never
 * @param before how many stand before it
 * @param estimate how long it may still take
 * @param overflowsAt when other departments get it, too; null for never, or where they do
 * @param overflowedTo the names of those that do
 * @param keptFor who has it for as long as they can, because they know the contact; null for nobody
 * @param keptUntil how long
 * @param offeredTo who is asked whether they take it; null for nobody
 * @param offerEndsAt how long they have for an answer
 * @param obstacles how many members of the departments cannot have it, by the reason
 */
record WaitView(
        UUID departmentId,
        String department,
        Instant since,
        int before,
        WaitEstimate estimate,
        @Nullable Instant relaxesAt,
        @Nullable Instant overflowsAt,
        List<String> overflowedTo,
        @Nullable NamedAgent keptFor,
        @Nullable Instant keptUntil,
        @Nullable NamedAgent offeredTo,
        @Nullable Instant offerEndsAt,
        Map<Obstacle, Integer> obstacles) {

    record NamedAgent(UUID id, String name) {}

    /** Whose names have to be known. */
    static Stream<UUID> departments(Wait it) {
        return Stream.concat(Stream.of(it.department()), it.prospect().waiting().lines().stream());
    }

    static WaitView of(Wait it, Map<UUID, String> places, Users users) {
        var prospect = it.prospect();
        var offer = it.offer().orElse(null);
        return new WaitView(
                it.department(),
                places.getOrDefault(it.department(), ""),
                it.since(),
                it.before(),
                it.estimate(),
                prospect.relaxesAt().orElse(null),
                prospect.overflowsAt().orElse(null),
                prospect.waiting().lines().stream()
                        .filter(line -> !line.equals(it.department()))
                        .map(line -> places.getOrDefault(line, ""))
                        .toList(),
                named(prospect.waiting().sticky(), users),
                prospect.keptUntil().orElse(null),
                named(offer == null ? null : offer.agent(), users),
                offer == null ? null : offer.endsAt(),
                it.out());
    }

    private static @Nullable NamedAgent named(@Nullable UUID agent, Users users) {
        return agent == null
                ? null
                : new NamedAgent(agent, users.names(List.of(agent)).getOrDefault(agent, ""));
    }
}
