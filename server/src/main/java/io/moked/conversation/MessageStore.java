package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.channel.Content;
import io.moked.channel.Context;
import io.moked.conversation.Conversation.Place;
import io.moked.kernel.Page;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MessageStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MessageStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private Message message(ResultSet row, int n) throws SQLException {
        return new Message(
                uuid(row, "id"),
                uuid(row, "conversation_id"),
                Message.Direction.valueOf(upper(row, "direction")),
                new Message.Author(
                        Message.Author.Kind.valueOf(upper(row, "author_kind")),
                        uuidOrNull(row, "author_id")),
                json.readValue(row.getString("content"), Content.class),
                context(row.getString("context")),
                Message.Status.valueOf(upper(row, "status")),
                failure(row.getString("failure_code"), row.getString("failure_reason")),
                null,
                uuidOrNull(row, "client_id"),
                uuidOrNull(row, "retried_by"),
                instantOrNull(row, "unconfirmed_at"),
                Message.Since.NOTHING,
                null,
                instant(row, "at"));
    }

    private @Nullable Context context(@Nullable String written) {
        return written == null ? null : json.readValue(written, Context.class);
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }

    private static Message.@Nullable Failure failure(
            @Nullable String code, @Nullable String reason) {
        return code == null ? null : new Message.Failure(code, reason);
    }

    /** Notes in which conversation files were sent. */
    void share(Collection<SharedFile> files) {
        if (files.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into conversation.shared_file as s (tenant_id, media_id, conversation_id)
                        select distinct :tenant::uuid, media_id, conversation_id
                        from unnest(:media::uuid[], :conversations::uuid[]) as f (media_id, conversation_id)
                        on conflict (tenant_id, media_id, conversation_id) do update set withheld = false
                            where s.withheld
                        """)
                .param("tenant", TenantScope.current().value())
                .param("media", column(files, SharedFile::media))
                .param("conversations", column(files, SharedFile::conversation))
                .update();
    }

    /** A file, and where it was sent. */
    record SharedFile(UUID media, UUID conversation) {

        static Stream<SharedFile> of(UUID conversation, Content content) {
            return content.files().stream().map(it -> new SharedFile(it.value(), conversation));
        }
    }

    Map<UUID, List<Place>> placesOfMedia(Collection<UUID> media) {
        return jdbc
                .sql(
                        """
                        select f.media_id, c.department_id, c.assignee_id from conversation.shared_file f
                            join conversation.conversation c
                                on c.tenant_id = f.tenant_id and c.id = f.conversation_id
                        where f.media_id = any(:media::uuid[])
                        """)
                .param("media", column(media))
                .query((row, n) -> Map.entry(uuid(row, "media_id"), ConversationStore.place(row)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** False when a reply with the same client id stands already. */
    boolean addReply(Message reply, UUID channel) {
        return jdbc.sql(
                                """
                                insert into conversation.message (tenant_id, id, conversation_id, channel_id, direction,
                                    author_kind, author_id, content, context, about, status, client_id, at)
                                values (:tenant, :id, :conversation, :channel, 'outbound', :authorKind, :author,
                                    :content::jsonb, :context::jsonb, :about, 'queued', :client, :at)
                                on conflict (tenant_id, conversation_id, client_id) where client_id is not null do nothing
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("id", reply.id())
                        .param("conversation", reply.conversationId())
                        .param("channel", channel)
                        .param("authorKind", reply.author().kind().word())
                        .param("author", reply.author().id())
                        .param("content", json.writeValueAsString(reply.content()))
                        .param(
                                "context",
                                reply.context() == null
                                        ? null
                                        : json.writeValueAsString(reply.context()))
                        .param("about", Signs.about(reply))
                        .param("client", reply.clientId())
                        .param("at", time(reply.at()))
                        .update()
                > 0;
    }

    Optional<Message> find(UUID id) {
        return jdbc.sql("select * from conversation.message where id = :id")
                .param("id", id)
                .query(this::message)
                .optional();
    }

    List<Message> find(Collection<UUID> ids) {
        return jdbc.sql("select * from conversation.message where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query(this::message)
                .list();
    }

    Optional<Message> ofClient(ConversationId conversation, UUID client) {
        return jdbc.sql(
                        """
                        select * from conversation.message
                        where conversation_id = :conversation and client_id = :client
                        """)
                .param("conversation", conversation.value())
                .param("client", client)
                .query(this::message)
                .optional();
    }

    /** The network's name of a message, if it has one. */
    Optional<String> externalId(UUID message) {
        return jdbc.sql(
                        """
                        select external_id from conversation.message
                        where id = :message and external_id is not null
                        """)
                .param("message", message)
                .query(String.class)
                .optional();
    }

    /**
     * What these messages answer. It may stand in an earlier conversation: a button stays on the
     * contact's phone, and so does whatever they quote.
     */
    Map<UUID, Message> quoted(Collection<UUID> messages) {
        var quoted = new HashMap<UUID, Message>();
        jdbc.sql(
                        """
                        select m.id as by_id, q.* from conversation.message m
                            join conversation.message q on q.channel_id = m.channel_id
                                and q.external_id = m.context ->> 'quotes'
                            join conversation.conversation here on here.id = m.conversation_id
                            join conversation.conversation there
                                on there.id = q.conversation_id and there.contact_id = here.contact_id
                        where m.id = any(:messages::uuid[])
                        """)
                .param("messages", column(messages))
                .query(row -> {
                    quoted.put(uuid(row, "by_id"), message(row, 0));
                });
        return quoted;
    }

    List<Message> thread(ConversationId conversation, Page page) {
        return jdbc.sql(
                        """
                        select * from conversation.message
                        where conversation_id = :conversation and (at, id) < (:at, :id) and about is null
                        order by at desc, id desc limit :limit
                        """)
                .param("conversation", conversation.value())
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("limit", page.rowsToRead())
                .query(this::message)
                .list();
    }

    /** False when it was retried before. */
    boolean markRetried(UUID id, UUID by) {
        return jdbc.sql(
                                """
                                update conversation.message set retried_by = :by
                                where id = :id and retried_by is null and status in ('failed', 'unconfirmed')
                                """)
                        .param("by", by)
                        .param("id", id)
                        .update()
                > 0;
    }
}
