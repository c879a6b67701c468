package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.channel.Courtesies;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.sending.ReadMarks;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets contacts see that somebody reads what they wrote, and writes to them; unless their business
 * does not want that. Whoever answers comes through here, people and machines.
 */
@Component
public class Attention {

    private final JdbcClient jdbc;
    private final ConversationStore conversations;
    private final Courtesies courtesies;
    private final ReadMarks marks;
    private final Clock clock;

    Attention(
            JdbcClient jdbc,
            ConversationStore conversations,
            Courtesies courtesies,
            ReadMarks marks,
            Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.courtesies = courtesies;
        this.marks = marks;
        this.clock = clock;
    }

    /** The contact's newest message and all before it were read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void read(Conversation conversation) {
        if (courtesies.readReceipts()) {
            newest(conversation).ifPresent(it -> marks.want(mark(conversation, it)));
        }
    }

    /** A user writes to the contact at this moment, as far as they may. */
    @Transactional(readOnly = true)
    public void writing(ConversationId id, SignedIn by) {
        var conversation =
                conversations
                        .find(id)
                        .filter(it -> it.isWithin(by, Permission.READ_CONVERSATIONS))
                        .filter(it -> it.isWithin(by, Permission.ANSWER_CONVERSATIONS))
                        .orElseThrow(NotFound::new);
        boolean isTheirs =
                conversation.assigneeId() == null
                        || conversation.assigneeId().equals(by.user().value())
                        || conversation.isWithin(by, Permission.ANSWER_FOR_COLLEAGUES);
        if (isTheirs) {
            writing(conversation);
        }
    }

    /** The same of whoever answers without being a user. */
    @Transactional(readOnly = true)
    public void writing(Conversation conversation) {
        if (conversation.status() != Conversation.Status.RESOLVED
                && conversation.mayWriteAt(clock.instant())
                && courtesies.readReceipts()) {
            newest(conversation).ifPresent(it -> marks.showWriting(mark(conversation, it)));
        }
    }

    private static ReadMarks.Mark mark(Conversation conversation, UUID newest) {
        return new ReadMarks.Mark(
                new ChannelId(conversation.channelId()), conversation.contactId(), newest);
    }

    /** Networks hear of older ones no more. */
    private Optional<UUID> newest(Conversation conversation) {
        return jdbc.sql(
                        """
                        select id from conversation.message
                        where conversation_id = :conversation and direction = 'inbound'
                            and external_id is not null and at > :oldest
                        order by at desc, id desc limit 1
                        """)
                .param("conversation", conversation.id())
                .param("oldest", time(clock.instant().minus(Limit.REACHABLE_MESSAGE_DAYS.days())))
                .query((row, n) -> uuid(row, "id"))
                .optional();
    }

    /** Which message contacts wrote last in these conversations, or which one opened them. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> wrote(Collection<UUID> conversations, boolean isOpening) {
        return jdbc
                .sql(
                        """
                        select c.id as conversation_id, m.id from unnest(:conversations::uuid[]) as c (id)
                            cross join lateral (
                                select id from conversation.message
                                where conversation_id = c.id and direction = 'inbound'
                                order by case when :opening then at end, at desc, id desc limit 1
                            ) m
                        """)
                .param("conversations", column(conversations))
                .param("opening", isOpening)
                .query((row, n) -> Map.entry(uuid(row, "conversation_id"), uuid(row, "id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
