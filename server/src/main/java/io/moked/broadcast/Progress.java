package io.moked.broadcast;

import static io.moked.database.SqlValues.column;

import io.moked.database.WorkerDatabase;
import io.moked.journal.Follower;
import io.moked.journal.JournalEntry;
import io.moked.kernel.Limit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Learns from the journal how messages fare and who answers, beside the hot paths of both: whole
 * batches of entries by three statements.
 */
@Component
class Progress implements Follower {

    /** In rising order: how far a message has come, as recipients know it. */
    private static final List<String> STATES =
            List.of("unconfirmed", "sent", "failed", "delivered", "read");

    private final JdbcClient jdbc;

    Progress(WorkerDatabase worker) {
        this.jdbc = worker.jdbc();
    }

    private record MessageOf(UUID tenant, UUID message) {}

    private record Reached(MessageOf of, String state, @Nullable String code) {}

    @Override
    public String name() {
        return "broadcast-progress";
    }

    @Override
    public void follow(List<JournalEntry> entries) {
        var reached = new HashMap<MessageOf, Reached>();
        entries.stream()
                .filter(it -> it.kind().equals("conversation.message-status"))
                .flatMap(entry -> reached(entry).stream())
                .filter(it -> STATES.contains(it.state()))
                .forEach(it -> reached.merge(it.of(), it, Progress::further));
        if (!reached.isEmpty()) {
            raise(reached.values());
        }
        var answers =
                entries.stream()
                        .filter(it -> it.kind().equals("conversation.message-received"))
                        .toList();
        if (!answers.isEmpty()) {
            noteReplies(answers);
        }
    }

    /** A follower must get past every entry: one that names no message is about none of ours. */
    private static Optional<Reached> reached(JournalEntry entry) {
        var message = entry.details().get("messageId");
        if (message == null) {
            return Optional.empty();
        }
        var status = entry.details().getOrDefault("status", "");
        return Optional.of(
                new Reached(
                        new MessageOf(entry.tenant().value(), UUID.fromString(message)),
                        status.equals("played") ? "read" : status,
                        entry.details().get("code")));
    }

    private static Reached further(Reached one, Reached other) {
        return STATES.indexOf(one.state()) >= STATES.indexOf(other.state()) ? one : other;
    }

    private void raise(Collection<Reached> reached) {
        jdbc.sql(
                        """
                        with risen as (
                            update broadcast.recipient r
                            set state = t.state::broadcast.recipient_state,
                                reason = case when t.state = 'failed' then t.code end
                            from unnest(:tenants::uuid[], :messages::uuid[], :states::text[], :codes::text[])
                                as t (tenant_id, message_id, state, code)
                            where r.tenant_id = t.tenant_id and r.message_id = t.message_id
                                and r.state < t.state::broadcast.recipient_state
                            returning r.tenant_id, r.broadcast_id
                        )
                        update broadcast.broadcast b set has_news = true
                        from (select distinct tenant_id, broadcast_id from risen) as n
                        where b.tenant_id = n.tenant_id and b.id = n.broadcast_id and not b.has_news
                        """)
                .param("tenants", column(reached, it -> it.of().tenant()))
                .param("messages", column(reached, it -> it.of().message()))
                .param("states", column(reached, Reached::state))
                .param("codes", column(reached, Reached::code))
                .update();
    }

    /** The first word of a contact after the message, in its conversation and not too late. */
    private void noteReplies(List<JournalEntry> answers) {
        jdbc.sql(
                        """
                        with replied as (
                            update broadcast.recipient r set replied_at = t.at
                            from (select q.tenant_id, q.broadcast_id, q.contact_id, min(a.at) as at
                                from unnest(:tenants::uuid[], :conversations::uuid[], :times::timestamptz[])
                                    as a (tenant_id, conversation_id, at)
                                    join broadcast.recipient q on q.tenant_id = a.tenant_id
                                        and q.conversation_id = a.conversation_id
                                where q.replied_at is null and q.state not in ('queued', 'failed')
                                    and a.at between q.queued_at and q.queued_at + make_interval(days => :days)
                                group by q.tenant_id, q.broadcast_id, q.contact_id) as t
                            where r.tenant_id = t.tenant_id and r.broadcast_id = t.broadcast_id
                                and r.contact_id = t.contact_id and r.replied_at is null
                            returning r.tenant_id, r.broadcast_id
                        )
                        update broadcast.broadcast b set has_news = true
                        from (select distinct tenant_id, broadcast_id from replied) as n
                        where b.tenant_id = n.tenant_id and b.id = n.broadcast_id and not b.has_news
                        """)
                .param("tenants", column(answers, it -> it.tenant().value()))
                .param("conversations", column(answers, JournalEntry::subject))
                .param("times", column(answers, JournalEntry::at))
                .param("days", Limit.BROADCAST_REPLY_DAYS.value())
                .update();
    }
}
