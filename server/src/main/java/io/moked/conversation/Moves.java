package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;

import io.moked.access.UserId;
import io.moked.conversation.Conversation.Workload;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves conversations that are locked from agent to agent and from line to line, any number at
 * once, with an entry in each thread. Who decides this sees to it that it may be.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Moves {

    private final JdbcClient jdbc;
    private final ConversationStore store;
    private final ThreadEvents events;
    private final Workload workload;
    private final Journal journal;
    private final Clock clock;

    Moves(
            JdbcClient jdbc,
            ConversationStore store,
            ThreadEvents events,
            Workload workload,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.events = events;
        this.workload = workload;
        this.journal = journal;
        this.clock = clock;
    }

    /** These, which contacts have just opened, wait from now on. */
    void opened(List<ThreadEvents.Opening> opened) {
        events.noteOpened(opened);
        workload.waits(opened.stream().map(ThreadEvents.Opening::work).toList());
    }

    /** Into the line of a department, at the place that their whole wait deserves. */
    public void toDepartment(List<Conversation> locked, UUID department, @Nullable UserId by) {
        if (locked.isEmpty()) {
            return;
        }
        var ids = ids(locked);
        rouse(locked, by);
        enqueue(ids, department);
        workload.waitsAgain(locked.stream().map(it -> it.workIn(department)).toList());
        noteTransferred(locked, department, by == null ? null : by.value(), false);
    }

    /** From the agent who has them back into their own lines, likewise. */
    public void back(List<Conversation> locked, @Nullable UserId by) {
        rouse(locked, by);
        backToLine(locked, by);
    }

    void backToLine(List<Conversation> locked, @Nullable UserId by) {
        if (locked.isEmpty()) {
            return;
        }
        var actor = by == null ? null : by.value();
        enqueue(ids(locked), null);
        workload.waitsAgain(locked.stream().map(Conversation::work).toList());
        events.noteUnassigned(locked, actor);
        journal.append(
                locked.stream()
                        .map(it ->
                                ThreadEvents.fact("unassigned", it.id())
                                        .by(actor)
                                        .with("previousAssigneeId", it.assigneeId()))
                        .toList());
    }

    /** Into another department, with the agents who have them. */
    public void rehome(List<Conversation> locked, UUID department, UserId by) {
        if (!locked.isEmpty()) {
            rehome(ids(locked), department);
            noteTransferred(locked, department, by.value(), true);
        }
    }

    /** What waits and is locked belongs from now on to the departments that get it instead. */
    public void overflow(List<Workload.Work> waiting, Map<UUID, UUID> departments) {
        var facts = new ArrayList<Fact>();
        for (var it : waiting) {
            var department = departments.get(it.conversation());
            if (department != null && !department.equals(it.department())) {
                rehome(List.of(it.conversation()), department);
                events.note("transferred", List.of(it.conversation()), null, department);
                facts.add(ThreadEvents.overflowed(it, department));
            }
        }
        journal.append(facts);
    }

    private void rehome(List<UUID> conversations, UUID department) {
        jdbc.sql(
                        """
                        update conversation.conversation set department_id = :department where id = any(:ids::uuid[])
                        """)
                .param("department", department)
                .param("ids", column(conversations))
                .update();
    }

    /** What somebody, or nobody, did with one, for its thread and the journal. */
    public void tell(String what, ConversationId id, @Nullable UserId by) {
        var actor = by == null ? null : by.value();
        events.note(what, List.of(id.value()), actor, null);
        journal.append(ThreadEvents.fact(what, id.value()).by(actor));
    }

    /** What somebody, or nobody, did with one about a colleague, likewise. */
    public void tellOf(UserId colleague, String what, ConversationId id, @Nullable UserId by) {
        var actor = by == null ? null : by.value();
        events.note(what, List.of(id.value()), actor, colleague.value());
        journal.append(
                ThreadEvents.fact(what, id.value())
                        .by(actor)
                        .with("colleagueId", colleague.value()));
    }

    /** What was set aside goes on where somebody moves it. */
    private void rouse(List<Conversation> locked, @Nullable UserId by) {
        var asleep =
                locked.stream().filter(it -> it.status() == Conversation.Status.SNOOZED).toList();
        woken(ids(asleep), by == null ? null : by.value());
    }

    void woken(List<UUID> conversations, @Nullable UUID actor) {
        events.note("woken", conversations, actor, null);
        journal.append(
                conversations.stream()
                        .map(it -> ThreadEvents.fact("woken", it).by(actor))
                        .toList());
    }

    private void noteTransferred(
            List<Conversation> locked, UUID department, @Nullable UUID actor, boolean isKept) {
        events.note("transferred", ids(locked), actor, department);
        journal.append(
                locked.stream()
                        .map(it ->
                                ThreadEvents.fact("transferred", it.id())
                                        .by(actor)
                                        .with("departmentId", department)
                                        .with("previousDepartmentId", it.departmentId())
                                        .with("previousAssigneeId", it.assigneeId())
                                        .with("assigneeId", isKept ? it.assigneeId() : null))
                        .toList());
    }

    private void enqueue(Collection<UUID> conversations, @Nullable UUID department) {
        jdbc.sql(
                        """
                        update conversation.conversation
                        set status = 'open', handler = 'queue', assignee_id = null, waiting_since = :now,
                            department_id = coalesce(:department::uuid, department_id)
                        where id = any(:ids::uuid[])
                        """)
                .param("now", time(clock.instant()))
                .param("department", department)
                .param("ids", column(conversations))
                .update();
    }

    /** To an agent, whoever had them; what is more than they can hold is marked. */
    public void toAgent(
            List<Conversation> locked, UserId agent, Workload.Hand hand, @Nullable UserId by) {
        if (locked.isEmpty()) {
            return;
        }
        rouse(locked, by);
        boolean isBeyond =
                workload.areGiven(locked.stream().map(Conversation::work).toList(), agent, hand);
        var actor = by == null ? null : by.value();
        var gifts = ids(locked).stream().collect(Collectors.toMap(it -> it, it -> agent));
        assign(gifts);
        events.noteAssigned(isBeyond ? "assigned-beyond" : "assigned", gifts, actor);
        journal.append(
                locked.stream()
                        .map(it ->
                                ThreadEvents.fact("assigned", it.id())
                                        .by(actor)
                                        .with("assigneeId", agent.value())
                                        .with("previousAssigneeId", it.assigneeId())
                                        .withCode("room", isBeyond ? "beyond" : null))
                        .toList());
    }

    /** To agents, what nobody has; who decides this keeps account of it, too. */
    void give(Map<UUID, UserId> waiting, @Nullable UserId by) {
        if (waiting.isEmpty()) {
            return;
        }
        var actor = by == null ? null : by.value();
        assign(waiting);
        events.noteAssigned("assigned", waiting, actor);
        journal.append(
                waiting.entrySet().stream()
                        .map(it ->
                                ThreadEvents.fact("assigned", it.getKey())
                                        .by(actor)
                                        .with("assigneeId", it.getValue().value()))
                        .toList());
    }

    private void assign(Map<UUID, UserId> assignees) {
        jdbc.sql(
                        """
                        update conversation.conversation c
                        set status = 'open', handler = 'agent', assignee_id = a.assignee, waiting_since = null
                        from unnest(:ids::uuid[], :assignees::uuid[]) as a (id, assignee) where c.id = a.id
                        """)
                .param("ids", column(assignees.keySet()))
                .param("assignees", column(assignees.values(), UserId::value))
                .update();
    }

    static List<UUID> ids(Collection<Conversation> conversations) {
        return conversations.stream().map(Conversation::id).toList();
    }
}
