package io.moked.conversation.words;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.conversation.Message;
import io.moked.conversation.Message.By;
import io.moked.conversation.Message.Writing;
import io.moked.conversation.Threads;
import io.moked.media.MediaId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads messages and notes as what they are found by: words, writers, files. */
@Repository
class WritingStore implements Message.Writings {

    private final JdbcClient jdbc;
    private final Threads threads;

    WritingStore(JdbcClient jdbc, Threads threads) {
        this.jdbc = jdbc;
        this.threads = threads;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, Writing> find(Collection<UUID> ids) {
        var found = new HashMap<UUID, Writing>();
        var channels = channels(ids);
        threads.find(channels.keySet())
                .forEach((id, message) -> {
                    found.put(id, of(message, channels.getOrDefault(id, id)));
                });
        notes(ids).forEach(note -> found.put(note.id(), note));
        return found;
    }

    /** Of messages; signs under others are none. */
    private Map<UUID, UUID> channels(Collection<UUID> messages) {
        var channels = new HashMap<UUID, UUID>();
        jdbc.sql(
                        """
                        select id, channel_id from conversation.message
                        where id = any(:ids::uuid[]) and about is null
                        """)
                .param("ids", column(messages))
                .query(row -> {
                    channels.put(uuid(row, "id"), uuid(row, "channel_id"));
                });
        return channels;
    }

    private static Writing of(Message it, UUID channel) {
        return new Writing(
                it.id(),
                it.conversationId(),
                channel,
                switch (it.author().kind()) {
                    case CONTACT -> By.CONTACT;
                    case AGENT, PHONE -> By.AGENT;
                    case BOT, SYSTEM, ASSISTANT -> By.MACHINE;
                },
                it.author().kind() == Message.Author.Kind.AGENT ? it.author().id() : null,
                WordsOf.content(it.content()),
                it.content().files().stream().map(MediaId::value).toList(),
                it.at());
    }

    private List<Writing> notes(Collection<UUID> ids) {
        return jdbc.sql(
                        """
                        select n.id, n.conversation_id, c.channel_id, n.author_id, n.body, n.at from conversation.note n
                            join conversation.conversation c on c.tenant_id = n.tenant_id and c.id = n.conversation_id
                        where n.id = any(:ids::uuid[])
                        """)
                .param("ids", column(ids))
                .query((row, n) ->
                        new Writing(
                                uuid(row, "id"),
                                uuid(row, "conversation_id"),
                                uuid(row, "channel_id"),
                                By.NOTE,
                                uuidOrNull(row, "author_id"),
                                row.getString("body"),
                                List.of(),
                                instant(row, "at")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> before(UUID id, int most) {
        return jdbc.sql(
                        """
                        (select id from conversation.message where id < :id order by id desc limit :most)
                        union all
                        (select id from conversation.note where id < :id order by id desc limit :most)
                        order by id desc limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> addedTo(UUID conversation, UUID since) {
        return jdbc.sql(
                        """
                        select id from conversation.message
                        where conversation_id = :conversation and id >= :since
                        """)
                .param("conversation", conversation)
                .param("since", since)
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> byExternalId(String externalId, Collection<UUID> channels) {
        return jdbc.sql(
                        """
                        select id from conversation.message
                        where channel_id = any(:channels::uuid[]) and external_id = :external
                        order by at desc limit 1
                        """)
                .param("channels", column(channels))
                .param("external", externalId)
                .query(UUID.class)
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> lastOf(UUID conversation) {
        return jdbc.sql(
                        """
                        select id from conversation.message
                        where conversation_id = :conversation and about is null order by at desc, id desc limit 1
                        """)
                .param("conversation", conversation)
                .query(UUID.class)
                .optional();
    }
}
