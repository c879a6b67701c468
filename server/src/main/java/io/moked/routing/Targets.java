package io.moked.routing;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static java.util.stream.Collectors.toMap;

import io.moked.access.SignedIn;
import io.moked.access.User;
import io.moked.access.Users;
import io.moked.agent.Agents;
import io.moked.agent.Agents.Standing;
import io.moked.agent.Availability;
import io.moked.conversation.Conversation.Place;
import io.moked.conversation.ConversationId;
import io.moked.conversation.Conversations;
import io.moked.kernel.NotFound;
import io.moked.routing.DepartmentStore.Pushing;
import io.moked.routing.Departments.Department;
import io.moked.routing.Departments.Mode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a conversation could go, and how busy they are there; in numbers only. */
@Component
public class Targets {

    private final Conversations conversations;
    private final DepartmentStore departments;
    private final QueueLengths lines;
    private final Users users;
    private final Agents agents;

    Targets(
            Conversations conversations,
            DepartmentStore departments,
            QueueLengths lines,
            Users users,
            Agents agents) {
        this.conversations = conversations;
        this.departments = departments;
        this.lines = lines;
        this.users = users;
        this.agents = agents;
    }

    /**
     * Another department.
     *
     * @param waiting how many stand in its line
     * @param atWork how many are available who could get what waits there
     * @param free how many of these have room
     * @param isDeserted whether nobody ever could
     */
    public record Line(
            UUID id, String name, int waiting, int atWork, int free, boolean isDeserted) {}

    /** A colleague who may answer the conversation. */
    public record Colleague(String name, Standing standing) {}

    /** All there are. */
    public record Choices(List<Line> lines, List<Colleague> colleagues) {}

    /** Where this one could go. */
    @Transactional(readOnly = true)
    public Choices of(ConversationId id, SignedIn reader) {
        var conversation = conversations.find(id, reader);
        var department = conversation.departmentId();
        if (!new Place(department, conversation.assigneeId())
                .isWithin(reader, ANSWER_CONVERSATIONS)) {
            throw new NotFound();
        }
        var answering = users.all().stream().filter(User::isActive).toList();
        var standings =
                agents.each(answering.stream().map(User::id).toList()).stream()
                        .collect(toMap(Standing::id, Function.identity()));
        return new Choices(
                lines(department, answering, standings),
                answering.stream()
                        .filter(it -> !it.id().value().equals(conversation.assigneeId()))
                        .filter(it -> answers(it, department))
                        .map(it -> new Colleague(it.name(), standingOf(it, standings)))
                        .toList());
    }

    private List<Line> lines(
            @Nullable UUID own, List<User> answering, Map<UUID, Standing> standings) {
        var waiting = lines.depths();
        var members =
                departments.pushing().stream()
                        .filter(it -> it.department().mode() != Mode.PULL)
                        .collect(toMap(Pushing::id, Pushing::members));
        return departments.all().stream()
                .filter(it -> !it.id().equals(own))
                .map(it -> {
                    var given = members.get(it.id());
                    var able =
                            answering.stream()
                                    .filter(one -> answers(one, it.id()))
                                    .map(one -> standingOf(one, standings))
                                    .filter(one -> given == null || given.contains(one.id()))
                                    .toList();
                    return line(it, waiting.getOrDefault(it.id(), 0), able);
                })
                .toList();
    }

    private static Line line(Department it, int waiting, List<Standing> able) {
        var atWork =
                able.stream().filter(one -> one.availability() == Availability.AVAILABLE).toList();
        int free = (int) atWork.stream().filter(one -> one.used() < one.capacity()).count();
        return new Line(it.id(), it.name(), waiting, atWork.size(), free, able.isEmpty());
    }

    private static Standing standingOf(User user, Map<UUID, Standing> standings) {
        return Objects.requireNonNull(standings.get(user.id().value()));
    }

    private static boolean answers(User user, @Nullable UUID department) {
        return user.permissions().reach(ANSWER_CONVERSATIONS).includes(department);
    }
}
