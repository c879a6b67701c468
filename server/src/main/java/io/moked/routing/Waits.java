package io.moked.routing;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static io.moked.database.SqlValues.uuid;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.moked.access.User;
import io.moked.access.Users;
import io.moked.agent.Agents;
import io.moked.agent.Availability;
import io.moked.conversation.Owners;
import io.moked.kernel.NotFound;
import io.moked.routing.DepartmentStore.Pushing;
import io.moked.routing.Departments.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long people who wait may have to wait still, as far as that can be said. */
@Component
public class Waits {

    /** So many that ended last tell how long one takes. */
    private static final int MEASURED = 50;

    /** Fewer of them tell nothing yet. */
    private static final int ENOUGH = 5;

    /** What one takes where nothing is known. */
    private static final Duration USUAL = Duration.ofMinutes(10);

    /** What lies open overnight is nobody's work for longer than a day's. */
    private static final Duration LONGEST = Duration.ofHours(8);

    private final DepartmentStore departments;
    private final QueueLengths lines;
    private final Agents agents;
    private final Users users;
    private final Owners owners;

    Waits(
            DepartmentStore departments,
            QueueLengths lines,
            Agents agents,
            Users users,
            Owners owners) {
        this.departments = departments;
        this.lines = lines;
        this.agents = agents;
        this.users = users;
        this.owners = owners;
    }

    /**
     * Where a conversation stands.
     *
     * @param position 1 for who comes next
     */
    public record Place(UUID department, int position) {

        static Place of(ResultSet row) throws SQLException {
            return new Place(uuid(row, "department_id"), row.getInt("place"));
        }
    }

    /**
     * What a department can do at the moment.
     *
     * @param waiting how many stand in its line
     * @param atWork how many are available who answer there
     * @param slots how many conversations they can hold of it at once; who answers elsewhere too
     *     where somebody waits counts in parts
     * @param free how many of these are free, and given at once; none where agents take what waits
     * @param handling how long they have one
     * @param measured how many ended ones tell so; 0 where it is assumed
     */
    public record Crew(
            int waiting, int atWork, double slots, double free, Duration handling, int measured) {

        public WaitEstimate at(int position) {
            return WaitEstimate.of(slots, free, handling, position);
        }

        /** For whoever comes in now. */
        public WaitEstimate atTheEnd() {
            return at(waiting + 1);
        }
    }

    /** Where those of them stand that wait in a department's line. */
    @Transactional(readOnly = true)
    public Map<UUID, Place> places(Collection<UUID> conversations) {
        return conversations.isEmpty() ? Map.of() : lines.places(conversations);
    }

    @Transactional(readOnly = true)
    public Crew crew(UUID department) {
        var _ = departments.of(Set.of(department)).stream().findFirst().orElseThrow(NotFound::new);
        var given =
                departments.pushing().stream()
                        .filter(it -> it.department().mode() != Mode.PULL)
                        .collect(toMap(it -> it.department().id(), Pushing::members));
        var depths = lines.depths();
        var seats = seats(department, depths.keySet(), given);
        var handled = owners.handled(department, MEASURED);
        boolean isKnown = handled.size() >= ENOUGH;
        return new Crew(
                depths.getOrDefault(department, 0),
                seats.size(),
                seats.stream().mapToDouble(Seat::slots).sum(),
                given.containsKey(department) ? seats.stream().mapToDouble(Seat::free).sum() : 0,
                isKnown ? mean(handled) : USUAL,
                isKnown ? handled.size() : 0);
    }

    /** Somebody at work, as far as they are there for one department. */
    private record Seat(double slots, double free) {

        static Seat of(Agents.Standing agent, long lines) {
            double free = Math.max(0, agent.capacity() - agent.used());
            return new Seat((double) agent.capacity() / lines, free / lines);
        }
    }

    private List<Seat> seats(UUID department, Set<UUID> waiting, Map<UUID, Set<UUID>> given) {
        var available =
                agents.all().stream()
                        .filter(it -> it.availability() == Availability.AVAILABLE)
                        .collect(toMap(Agents.Standing::id, Function.identity()));
        var lines = new HashSet<>(waiting);
        lines.add(department);
        return users.active(available.keySet()).stream()
                .filter(it -> answers(it, department, given))
                .map(it ->
                        Seat.of(
                                requireNonNull(available.get(it.id().value())),
                                lines.stream().filter(one -> answers(it, one, given)).count()))
                .toList();
    }

    private static boolean answers(User user, UUID department, Map<UUID, Set<UUID>> given) {
        var members = given.get(department);
        return user.permissions().reach(ANSWER_CONVERSATIONS).includes(department)
                && (members == null || members.contains(user.id().value()));
    }

    private static Duration mean(Collection<Duration> handled) {
        var sum =
                handled.stream()
                        .map(it -> it.compareTo(LONGEST) > 0 ? LONGEST : it)
                        .reduce(Duration.ZERO, Duration::plus);
        return sum.dividedBy(handled.size());
    }
}
