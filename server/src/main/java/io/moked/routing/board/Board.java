package io.moked.routing.board;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static io.moked.access.Permission.ANSWER_FOR_COLLEAGUES;
import static io.moked.access.Permission.READ_CONVERSATIONS;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.conversation.Conversation;
import io.moked.conversation.Conversations;
import io.moked.kernel.Limit;
import io.moked.routing.Departments;
import io.moked.routing.Departments.Department;
import io.moked.routing.board.BoardStore.Place;
import io.moked.routing.engine.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every line and every agent at one moment. However many there are, it takes the same few
 * statements, and of the longest lines only their front is told.
 */
@Component
public class Board {

    private final Departments departments;
    private final BoardStore store;
    private final Conversations conversations;
    private final Users users;
    private final Agents agents;

    Board(
            Departments departments,
            BoardStore store,
            Conversations conversations,
            Users users,
            Agents agents) {
        this.departments = departments;
        this.store = store;
        this.conversations = conversations;
        this.users = users;
        this.agents = agents;
    }

    /** What there is at one moment. */
    public record Sight(List<Queue> queues, List<Desk> desks) {}

    /**
     * A line.
     *
     * @param oldest since when the one who has waited longest does; null where nobody waits
     * @param first those who stand first
     */
    public record Queue(
            Department department, int waiting, @Nullable Instant oldest, List<Card> first) {}

    /**
     * An agent.
     *
     * @param departments where they may answer, of those that are told of
     * @param held how many conversations they have
     * @param first what they have had longest, as far as the reader may see it
     */
    public record Desk(
            String name, Standing standing, List<UUID> departments, int held, List<Card> first) {}

    /**
     * A conversation.
     *
     * @param since when its whole wait began, or since when the agent has it
     */
    public record Card(Conversation conversation, Priority priority, Instant since) {}

    /** As far as the reader may look after what colleagues do. */
    @Transactional(readOnly = true)
    public Sight seenBy(SignedIn reader) {
        var own =
                departments.all().stream()
                        .filter(it -> reader.reach(ANSWER_FOR_COLLEAGUES).includes(it.id()))
                        .filter(it -> reader.reach(READ_CONVERSATIONS).includes(it.id()))
                        .toList();
        var ids = own.stream().map(Department::id).toList();
        var staff = staff(ids);
        var waiting = store.first(ids, Limit.QUEUE_CARDS.value());
        var held = store.held(staff.keySet(), Limit.AGENT_CARDS.value());
        var cards = cards(waiting, held, reader);
        return new Sight(queues(own, waiting, cards), desks(staff, ids, held, cards));
    }

    /** Who may answer in any of these. */
    private Map<UUID, User> staff(Collection<UUID> departments) {
        var known = agents.all().stream().map(Standing::id).toList();
        return users.active(known).stream()
                .filter(it -> departments.stream().anyMatch(one -> answers(it, one)))
                .collect(toMap(it -> it.id().value(), Function.identity()));
    }

    private static boolean answers(User user, UUID department) {
        return user.permissions().reach(ANSWER_CONVERSATIONS).includes(department);
    }

    private Map<UUID, Conversation> cards(List<Place> waiting, List<Place> held, SignedIn reader) {
        return conversations.find(
                Stream.concat(waiting.stream(), held.stream()).map(Place::conversation).toList(),
                reader);
    }

    private List<Queue> queues(
            List<Department> own, List<Place> waiting, Map<UUID, Conversation> cards) {
        var depths = store.depths(own.stream().map(Department::id).toList());
        var first = waiting.stream().collect(groupingBy(Place::whose));
        return own.stream()
                .map(it -> {
                    var depth = depths.get(it.id());
                    return new Queue(
                            it,
                            depth == null ? 0 : depth.waiting(),
                            depth == null ? null : depth.oldest(),
                            cards(first.getOrDefault(it.id(), List.of()), cards));
                })
                .toList();
    }

    private List<Desk> desks(
            Map<UUID, User> staff,
            List<UUID> departments,
            List<Place> held,
            Map<UUID, Conversation> cards) {
        var counts = store.counts(staff.keySet());
        var first = held.stream().collect(groupingBy(Place::whose));
        return agents.of(staff.keySet()).stream()
                .map(it -> {
                    var user = Objects.requireNonNull(staff.get(it.id()));
                    return new Desk(
                            user.name(),
                            it,
                            departments.stream().filter(one -> answers(user, one)).toList(),
                            counts.getOrDefault(it.id(), 0),
                            cards(first.getOrDefault(it.id(), List.of()), cards));
                })
                .sorted(
                        comparing((Desk it) -> it.standing().availability())
                                .thenComparing(Desk::name))
                .limit(Limit.BOARD_AGENTS.value())
                .toList();
    }

    private static List<Card> cards(List<Place> places, Map<UUID, Conversation> conversations) {
        return places.stream()
                .filter(it -> conversations.containsKey(it.conversation()))
                .map(it ->
                        new Card(
                                Objects.requireNonNull(conversations.get(it.conversation())),
                                it.priority(),
                                it.since()))
                .toList();
    }
}
