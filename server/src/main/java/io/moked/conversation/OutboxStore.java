package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;

import io.moked.conversation.OutboxClaims.Claimed;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox as one tenant's transactions see it. */
@Repository
class OutboxStore {

    private final JdbcClient jdbc;

    OutboxStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID message, Conversation conversation, Instant now) {
        jdbc.sql(
                        """
                        insert into conversation.outbox (tenant_id, message_id, conversation_id, channel_id, state, due_at)
                        values (:tenant, :message, :conversation, :channel, 'queued', :now)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("message", message)
                .param("conversation", conversation.id())
                .param("channel", conversation.channelId())
                .param("now", time(now))
                .update();
    }

    /** Whether the claim still stands: nobody took its sender for dead meanwhile. */
    boolean isHeld(Claimed claim) {
        return jdbc.sql(
                        """
                        select exists (select from conversation.outbox
                            where message_id = :message and state = 'sending' and attempts = :attempts)
                        """)
                .param("message", claim.message())
                .param("attempts", claim.attempts())
                .query(Boolean.class)
                .single();
    }

    void done(Claimed claim) {
        jdbc.sql(
                        """
                        delete from conversation.outbox
                        where message_id = :message and attempts = :attempts
                        """)
                .param("message", claim.message())
                .param("attempts", claim.attempts())
                .update();
    }

    /** It certainly did not go out, so it goes again, unless a person decides about it by now. */
    void again(Claimed claim, Instant due) {
        jdbc.sql(
                        """
                        update conversation.outbox set state = 'queued', due_at = :due
                        where message_id = :message and state = 'sending' and attempts = :attempts
                        """)
                .param("due", time(due))
                .param("message", claim.message())
                .param("attempts", claim.attempts())
                .update();
    }

    /** Nobody knows whether it was sent: it holds the conversation back until then, and is over. */
    boolean unknown(Claimed claim, Instant until) {
        return jdbc.sql(
                                """
                                update conversation.outbox set state = 'unknown', due_at = :until
                                where message_id = :message and state = 'sending' and attempts = :attempts
                                """)
                        .param("until", time(until))
                        .param("message", claim.message())
                        .param("attempts", claim.attempts())
                        .update()
                > 0;
    }

    /** A receipt told of messages whose sending had no answer; nothing waits for them any more. */
    void confirmed(List<UUID> messages) {
        if (!messages.isEmpty()) {
            jdbc.sql(
                            """
                            delete from conversation.outbox
                            where message_id = any(:messages::uuid[]) and state = 'unknown'
                            """)
                    .param("messages", column(messages))
                    .update();
        }
    }

    /**
     * Moves a message that is not on its way yet, or not surely, to how its sending ended.
     *
     * @return its conversation; empty where the network's receipts have told more already
     */
    Optional<UUID> conclude(
            UUID message, Message.Status status, String code, String reason, Instant now) {
        return jdbc.sql(
                        """
                        update conversation.message
                        set status = :status::conversation.message_status,
                            failure_code = nullif(:code, ''), failure_reason = nullif(:reason, ''),
                            unconfirmed_at = case when :status = 'unconfirmed' then :now end
                        where id = :message and status < :status::conversation.message_status
                        returning conversation_id
                        """)
                .param("status", status.word())
                .param("code", code)
                .param("reason", reason)
                .param("now", time(now))
                .param("message", message)
                .query(UUID.class)
                .optional();
    }
}
