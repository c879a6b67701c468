package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static java.util.Objects.requireNonNullElse;

import io.moked.access.UserId;
import io.moked.conversation.Conversation.Workload;
import io.moked.journal.Fact;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to a conversation: noted in the thread itself, and in the words of the journal. */
@Repository
class ThreadEvents {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    ThreadEvents(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void note(String type, List<UUID> conversations, @Nullable UUID actor, @Nullable UUID subject) {
        note(type, conversations, actor, subject, null);
    }

    /** Of something that holds until a time. */
    void note(
            String type,
            List<UUID> conversations,
            @Nullable UUID actor,
            @Nullable UUID subject,
            @Nullable Instant until) {
        var now = clock.instant();
        write(
                conversations.stream()
                        .map(it -> new Event(ids.next(), it, type, actor, subject, until, now))
                        .toList());
    }

    void noteAssigned(String type, Map<UUID, UserId> assignees, @Nullable UUID actor) {
        var now = clock.instant();
        write(
                assignees.entrySet().stream()
                        .map(it ->
                                new Event(
                                        ids.next(),
                                        it.getKey(),
                                        type,
                                        actor,
                                        it.getValue().value(),
                                        null,
                                        now))
                        .toList());
    }

    /** From whoever had each. */
    void noteUnassigned(List<Conversation> had, @Nullable UUID actor) {
        var assignees = new LinkedHashMap<UUID, UserId>();
        for (var it : had) {
            if (it.assigneeId() != null) {
                assignees.put(it.id(), new UserId(it.assigneeId()));
            }
        }
        noteAssigned("unassigned", assignees, actor);
    }

    /** A conversation to be opened with its first messages, and what tells in whose line. */
    record Opening(UUID id, Incoming.News news, Workload.Entrance entrance) {

        @Nullable UUID queue() {
            return entrance.of(news.party().channel());
        }

        Workload.Work work() {
            return new Workload.Work(id, news.party().channel().value(), queue());
        }
    }

    /**
     * Opened before the first message, whose time is the conversation's own, and now in a queue.
     */
    void noteOpened(Collection<Opening> openings) {
        var now = clock.instant();
        write(
                openings.stream()
                        .flatMap(it ->
                                Stream.of(
                                        new Event(
                                                it.news().before(),
                                                it.id(),
                                                "opened",
                                                null,
                                                null,
                                                null,
                                                it.news().since()),
                                        new Event(
                                                ids.next(),
                                                it.id(),
                                                "queued",
                                                null,
                                                it.queue(),
                                                null,
                                                now)))
                        .toList());
    }

    private record Event(
            UUID id,
            UUID conversation,
            String type,
            @Nullable UUID actor,
            @Nullable UUID subject,
            @Nullable Instant until,
            Instant at) {}

    private void write(List<Event> noted) {
        if (noted.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into conversation.event (tenant_id, id, conversation_id, type, actor_id, subject_id, until, at)
                        select :tenant, id, conversation_id, type, actor_id, subject_id, until, at
                        from unnest(:ids::uuid[], :conversations::uuid[], :types::text[], :actors::uuid[],
                            :subjects::uuid[], :untils::timestamptz[], :times::timestamptz[])
                            as e (id, conversation_id, type, actor_id, subject_id, until, at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ids", column(noted, Event::id))
                .param("conversations", column(noted, Event::conversation))
                .param("types", column(noted, Event::type))
                .param("actors", column(noted, Event::actor))
                .param("subjects", column(noted, Event::subject))
                .param("untils", column(noted, Event::until))
                .param("times", column(noted, Event::at))
                .update();
    }

    /** Whether it waits, and no person has answered since it was opened. */
    boolean isUnanswered(Conversation it) {
        return it.handler() == Conversation.Handler.QUEUE
                && it.status() != Conversation.Status.RESOLVED
                && jdbc.sql(
                                """
                                select not exists (select from conversation.message
                                    where conversation_id = :id and at >= :opened and author_kind in ('agent', 'phone'))
                                """)
                        .param("id", it.id())
                        .param("opened", time(it.openedAt()))
                        .query(Boolean.class)
                        .single();
    }

    static Fact received(UUID conversation, UUID message) {
        return Fact.of("conversation.message-received", conversation).with("messageId", message);
    }

    /** It is another department's, which helps out. */
    static Fact overflowed(Workload.Work it, UUID department) {
        return fact("transferred", it.conversation())
                .with("departmentId", department)
                .with("previousDepartmentId", it.department());
    }

    /** What contacts have written, and what that opened. */
    static List<Fact> arrived(List<Opening> opened, List<Incoming.Placed> placed) {
        var facts = new ArrayList<Fact>();
        opened.forEach(it -> facts.add(fact("opened", it.id())));
        placed.forEach(it -> facts.add(received(it.conversation(), it.id())));
        opened.forEach(it -> facts.add(fact("queued", it.id())));
        return facts;
    }

    /** Whoever waited waits no longer, and got no answer. */
    static Fact abandoned(Conversation waited) {
        var since = requireNonNullElse(waited.waitingSince(), waited.openedAt());
        return fact("abandoned", waited.id()).with("waitingSince", since);
    }

    static Fact replyQueued(UUID conversation, UUID message) {
        return Fact.of("conversation.reply-queued", conversation).with("messageId", message);
    }

    /**
     * How far a message has come.
     *
     * @param code why no further, if it failed
     */
    static Fact status(
            UUID conversation, UUID message, Message.Status status, @Nullable String code) {
        return Fact.of("conversation.message-status", conversation)
                .with("messageId", message)
                .with("status", status)
                .withCode("code", code);
    }

    /** For the journal. */
    static Fact fact(String what, UUID conversation) {
        return Fact.of("conversation." + what, conversation);
    }
}
