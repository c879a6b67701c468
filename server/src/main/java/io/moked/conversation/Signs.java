package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.Content;
import io.moked.conversation.Message.Failure;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Our reactions. Each is a message on its way like any other, and no line of the thread: what
 * counts of them is shown under the message that they are about.
 */
@Component
class Signs {

    private final JdbcClient jdbc;
    private final Clock clock;

    Signs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Target(String externalId, boolean isSign, boolean isTheirs, Instant at) {}

    /** The network's id of what a message is a sign under; null for all others. */
    static @Nullable String about(Message message) {
        return message.content() instanceof Content.Reaction && message.context() != null
                ? message.context().quotes()
                : null;
    }

    /**
     * The network's id of a message that content is about. What can be reacted to is what the
     * contact wrote within the last 30 days (Cloud API, "Reaction messages"); anything may be
     * quoted.
     */
    @Nullable String target(ConversationId conversation, Content content, @Nullable UUID message) {
        boolean isSign = content instanceof Content.Reaction;
        if (message == null) {
            if (isSign) {
                throw new Invalid("replyTo", "missing");
            }
            return null;
        }
        var target = find(conversation, message);
        if (isSign) {
            var oldest = clock.instant().minus(Limit.REACHABLE_MESSAGE_DAYS.days());
            if (!target.isTheirs() || target.isSign()) {
                throw new Invalid("replyTo", "not-allowed");
            }
            if (target.at().isBefore(oldest)) {
                throw new Refusals.TooOldToReact();
            }
        }
        return target.externalId();
    }

    private Target find(ConversationId conversation, UUID message) {
        return jdbc.sql(
                        """
                        select external_id, about, direction, at from conversation.message
                        where id = :message and conversation_id = :conversation and external_id is not null
                        """)
                .param("message", message)
                .param("conversation", conversation.value())
                .query((row, n) ->
                        new Target(
                                row.getString("external_id"),
                                row.getString("about") != null,
                                row.getString("direction").equals("inbound"),
                                instant(row, "at")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The messages with the sign of ours that stands under each. */
    List<Message> under(List<Message> messages) {
        var theirs =
                messages.stream()
                        .filter(it -> it.direction() == Message.Direction.INBOUND)
                        .map(Message::id)
                        .toList();
        var signs = theirs.isEmpty() ? Map.<UUID, Message.Sign>of() : of(theirs);
        return signs.isEmpty()
                ? messages
                : messages.stream()
                        .map(it -> signs.containsKey(it.id()) ? it.with(signs.get(it.id())) : it)
                        .toList();
    }

    /** The latest counts, unless it never left: then the one before it does. */
    private Map<UUID, Message.Sign> of(List<UUID> messages) {
        var signs = new HashMap<UUID, Message.Sign>();
        jdbc.sql(
                        """
                        select m.id, s.content ->> 'emoji' as emoji, s.status = 'failed' as failed,
                            coalesce(s.failure_code, '') as failure_code, s.failure_reason
                        from conversation.message m
                            join conversation.message s on s.channel_id = m.channel_id and s.about = m.external_id
                        where m.id = any(:messages::uuid[])
                        order by s.at, s.id
                        """)
                .param("messages", column(messages))
                .query(row -> {
                    var failure =
                            row.getBoolean("failed")
                                    ? new Failure(
                                            row.getString("failure_code"),
                                            row.getString("failure_reason"))
                                    : null;
                    var id = uuid(row, "id");
                    var before = signs.get(id);
                    var standing = before == null ? null : before.emoji();
                    signs.put(
                            id,
                            new Message.Sign(
                                    failure == null ? row.getString("emoji") : standing, failure));
                });
        return signs;
    }
}
