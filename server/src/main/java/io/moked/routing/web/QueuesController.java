package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.agent.Availability;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.routing.Departments.Mode;
import io.moked.routing.board.Board;
import io.moked.routing.board.Board.Card;
import io.moked.routing.board.Board.Desk;
import io.moked.routing.board.Board.Queue;
import io.moked.routing.engine.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** All queues at a glance. */
@RestController
@RequestMapping("/api/v1/queues")
class QueuesController {

    private final Board board;
    private final Contacts contacts;

    QueuesController(Board board, Contacts contacts) {
        this.board = board;
        this.contacts = contacts;
    }

    /** Every queue and every agent at one moment. */
    record QueuesView(List<QueueView> queues, List<QueueAgent> agents) {}

    /**
     * A department's queue.
     *
     * @param oldestSince since when the one who has waited longest does; null where nobody waits
     * @param first those who stand first, in order
     */
    record QueueView(
            UUID departmentId,
            String department,
            Mode mode,
            int waiting,
            @Nullable Instant oldestSince,
            List<QueueCard> first) {}

    /**
     * An agent.
     *
     * @param departmentIds where they may answer
     * @param held how many conversations they have
     * @param first of these, those they have had longest and the caller may see
     */
    record QueueAgent(
            UUID id,
            String name,
            Availability availability,
            Instant since,
            int used,
            int capacity,
            List<UUID> departmentIds,
            int held,
            List<QueueCard> first) {}

    /**
     * A conversation that waits, or that an agent has.
     *
     * @param since when its whole wait began, or since when the agent has it
     */
    record QueueCard(
            UUID id,
            QueueContact contact,
            UUID channelId,
            @Nullable UUID departmentId,
            Priority priority,
            Instant since) {}

    record QueueContact(UUID id, @Nullable String name, @Nullable String phone) {}

    /**
     * Who waits where, and which agent has what, in the departments whose conversations the caller
     * may read and answer for colleagues.
     */
    @GetMapping
    @Requires(Permission.ANSWER_FOR_COLLEAGUES)
    QueuesView list(SignedIn caller) {
        var sight = board.seenBy(caller);
        var people =
                contacts.find(
                        Stream.concat(
                                        sight.queues().stream().flatMap(it -> it.first().stream()),
                                        sight.desks().stream().flatMap(it -> it.first().stream()))
                                .map(it -> it.conversation().contactId())
                                .distinct()
                                .toList());
        return new QueuesView(
                sight.queues().stream().map(it -> view(it, people)).toList(),
                sight.desks().stream().map(it -> view(it, people)).toList());
    }

    private static QueueView view(Queue it, Map<UUID, Contact> people) {
        return new QueueView(
                it.department().id(),
                it.department().name(),
                it.department().mode(),
                it.waiting(),
                it.oldest(),
                views(it.first(), people));
    }

    private static QueueAgent view(Desk it, Map<UUID, Contact> people) {
        var standing = it.standing();
        return new QueueAgent(
                standing.id(),
                it.name(),
                standing.availability(),
                standing.since(),
                standing.used(),
                standing.capacity(),
                it.departments(),
                it.held(),
                views(it.first(), people));
    }

    private static List<QueueCard> views(List<Card> cards, Map<UUID, Contact> people) {
        return cards.stream()
                .map(it ->
                        new QueueCard(
                                it.conversation().id(),
                                view(it.conversation().contactId(), people),
                                it.conversation().channelId(),
                                it.conversation().departmentId(),
                                it.priority(),
                                it.since()))
                .toList();
    }

    private static QueueContact view(UUID id, Map<UUID, Contact> people) {
        var contact = people.get(id);
        if (contact == null) {
            return new QueueContact(id, null, null);
        }
        var phone = contact.phone();
        return new QueueContact(contact.id(), contact.name(), phone == null ? null : "+" + phone);
    }
}
