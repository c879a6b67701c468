package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.Afterword;
import io.moked.channel.Afterword.Completion;
import io.moked.channel.Afterword.Edit;
import io.moked.channel.Afterword.Reaction;
import io.moked.channel.Afterword.Revocation;
import io.moked.channel.Afterword.Said;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.IdentityChange;
import io.moked.channel.Inbound;
import io.moked.contact.ContactId;
import io.moked.conversation.Incoming.Origin;
import io.moked.conversation.MessageStore.SharedFile;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is added to messages that stand: reactions, edits, files, and taking them back. It is kept
 * by the network's id of the message and read with it, so it may come before that, late, or twice.
 */
@Component
public class Afterwords {

    private final JdbcClient jdbc;
    private final MessageStore messages;
    private final Consequences consequences;
    private final Journal journal;
    private final Ids ids;
    private final JsonMapper json;

    Afterwords(
            JdbcClient jdbc,
            MessageStore messages,
            Consequences consequences,
            Journal journal,
            Ids ids,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.consequences = consequences;
        this.journal = journal;
        this.ids = ids;
        this.json = json;
    }

    private record Kept(Said said, Instant at) {}

    private record Target(UUID message, UUID conversation) {}

    /**
     * Keeps what is new, once the messages that came with it are there; what has been kept before
     * changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Inbound inbound) {
        if (!inbound.afterwords().isEmpty()) {
            take(inbound.afterwords());
        }
        consequences.of(inbound);
    }

    private void take(List<Afterword> afterwords) {
        var targets = targets(keep(afterwords));
        journal.append(
                targets.values().stream()
                        .map(it ->
                                ThreadEvents.fact("message-changed", it.conversation())
                                        .with("messageId", it.message()))
                        .toList());
        share(afterwords, targets);
    }

    /** The messages that they are about. */
    private List<Origin> keep(List<Afterword> afterwords) {
        return jdbc.sql(
                        """
                        insert into conversation.afterword (tenant_id, channel_id, about, external_id, id, content, at)
                        select :tenant, channel_id, about, external_id, id, content::jsonb, at
                        from unnest(:channels::uuid[], :abouts::text[], :externalIds::text[], :ids::uuid[],
                                :contents::text[], :times::timestamptz[])
                            as a (channel_id, about, external_id, id, content, at)
                        on conflict do nothing
                        returning channel_id, about
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channels", column(afterwords, it -> it.channel().value()))
                .param("abouts", column(afterwords, Afterword::about))
                .param("externalIds", column(afterwords, Afterword::externalId))
                .param("ids", column(afterwords, it -> ids.next()))
                .param("contents", column(afterwords, it -> written(it.said())))
                .param("times", column(afterwords, Afterword::at))
                .query((row, n) ->
                        new Origin(new ChannelId(uuid(row, "channel_id")), row.getString("about")))
                .list();
    }

    private String written(Said said) {
        return json.writerFor(Said.class).writeValueAsString(said);
    }

    private Map<Origin, Target> targets(List<Origin> origins) {
        var targets = new HashMap<Origin, Target>();
        jdbc.sql(
                        """
                        select m.channel_id, m.external_id, m.id, m.conversation_id
                        from unnest(:channels::uuid[], :abouts::text[]) as a (channel_id, about)
                            join conversation.message m on m.channel_id = a.channel_id and m.external_id = a.about
                        """)
                .param("channels", column(origins, it -> it.channel().value()))
                .param("abouts", column(origins, Origin::externalId))
                .query(row -> {
                    targets.put(
                            new Origin(
                                    new ChannelId(uuid(row, "channel_id")),
                                    row.getString("external_id")),
                            new Target(uuid(row, "id"), uuid(row, "conversation_id")));
                });
        return targets;
    }

    /** A picture that replaces another is seen by those who see the message. */
    private void share(List<Afterword> afterwords, Map<Origin, Target> targets) {
        var files = new ArrayList<SharedFile>();
        for (var afterword : afterwords) {
            var target = targets.get(new Origin(afterword.channel(), afterword.about()));
            @Nullable Content content =
                    switch (afterword.said()) {
                        case Edit(var latest) -> latest;
                        case Completion(var whole) -> whole;
                        case Reaction _, Revocation _ -> null;
                    };
            if (target != null && content != null) {
                SharedFile.of(target.conversation(), content).forEach(files::add);
            }
        }
        messages.share(files);
    }

    /** The messages as they are now. */
    List<Message> applied(List<Message> messages) {
        if (messages.isEmpty()) {
            return messages;
        }
        var added = of(messages.stream().map(Message::id).toList());
        return added.isEmpty()
                ? messages
                : messages.stream()
                        .map(it -> applied(it, added.getOrDefault(it.id(), List.of())))
                        .toList();
    }

    /** In their order. */
    private Map<UUID, List<Kept>> of(Collection<UUID> messages) {
        var added = new HashMap<UUID, List<Kept>>();
        jdbc.sql(
                        """
                        select m.id, a.content, a.at from conversation.message m
                            join conversation.afterword a on a.channel_id = m.channel_id and a.about = m.external_id
                        where m.id = any(:messages::uuid[])
                        order by a.at, a.id
                        """)
                .param("messages", column(messages))
                .query(row -> {
                    added.computeIfAbsent(uuid(row, "id"), it -> new ArrayList<>())
                            .add(
                                    new Kept(
                                            json.readValue(row.getString("content"), Said.class),
                                            instant(row, "at")));
                });
        return added;
    }

    private static Message applied(Message message, List<Kept> added) {
        var content = message.content();
        @Nullable String reaction = null;
        @Nullable Instant editedAt = null;
        @Nullable Instant revokedAt = null;
        for (var it : added) {
            switch (it.said()) {
                case Reaction(var emoji) -> reaction = emoji;
                case Edit(var latest) -> {
                    content = latest;
                    editedAt = it.at();
                }
                case Completion(var whole) -> content = editedAt == null ? whole : content;
                case Revocation revoked -> revokedAt = it.at();
            }
        }
        return added.isEmpty()
                ? message
                : message.with(
                        revokedAt == null ? content : new Content.Revoked(),
                        new Message.Since(reaction, editedAt, revokedAt));
    }

    /**
     * Notes in the thread that a contact is known in another way from now on: in their open
     * conversation, or else the last one. It opens none, and nobody has to answer it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(ContactId contact, IdentityChange change) {
        var type = change.what().word();
        jdbc.sql(
                        """
                        insert into conversation.event (tenant_id, id, conversation_id, type, at)
                        select :tenant, :id, id, :type, :at from conversation.conversation
                        where contact_id = :contact and channel_id = :channel
                        order by status <> 'resolved' desc, opened_at desc limit 1
                        on conflict do nothing
                        returning conversation_id
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", idOf(change))
                .param("type", type)
                .param("at", time(change.at()))
                .param("contact", contact.value())
                .param("channel", change.channel().value())
                .query(UUID.class)
                .list()
                .forEach(it -> journal.append(ThreadEvents.fact(type, it)));
    }

    /** The same for the same change, which so is noted once. */
    private static UUID idOf(IdentityChange change) {
        var name = change.channel().value() + "/" + change.externalId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
