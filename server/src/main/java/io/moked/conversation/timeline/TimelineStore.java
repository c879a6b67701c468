package io.moked.conversation.timeline;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.kernel.Cursor;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where messages, notes and events stand on it. */
@Repository
public class TimelineStore {

    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nearest before a place, newest first. */
    public Slice<Cursor> before(UUID conversation, Page page) {
        var older =
                jdbc.sql(
                        """
                        (select id, at from conversation.message
                            where conversation_id = :conversation and (at, id) < (:at, :id) and about is null
                            order by at desc, id desc limit :limit)
                        union all
                        (select id, at from conversation.note
                            where conversation_id = :conversation and (at, id) < (:at, :id)
                            order by at desc, id desc limit :limit)
                        union all
                        (select id, at from conversation.event
                            where conversation_id = :conversation and (at, id) < (:at, :id)
                            order by at desc, id desc limit :limit)
                        order by at desc, id desc limit :limit
                        """);
        return slice(older, conversation, page);
    }

    /** The nearest after a place, oldest first. */
    public Slice<Cursor> after(UUID conversation, Page page) {
        var newer =
                jdbc.sql(
                        """
                        (select id, at from conversation.message
                            where conversation_id = :conversation and (at, id) > (:at, :id) and about is null
                            order by at, id limit :limit)
                        union all
                        (select id, at from conversation.note
                            where conversation_id = :conversation and (at, id) > (:at, :id)
                            order by at, id limit :limit)
                        union all
                        (select id, at from conversation.event
                            where conversation_id = :conversation and (at, id) > (:at, :id)
                            order by at, id limit :limit)
                        order by at, id limit :limit
                        """);
        return slice(newer, conversation, page);
    }

    private static Slice<Cursor> slice(JdbcClient.StatementSpec sql, UUID conversation, Page page) {
        var rows =
                sql.param("conversation", conversation)
                        .param("at", time(page.after().at()))
                        .param("id", page.after().id())
                        .param("limit", page.rowsToRead())
                        .query((row, n) -> new Cursor(instant(row, "at"), uuid(row, "id")))
                        .list();
        return Slice.of(rows, page, it -> it);
    }

    /** A message or note, if it is of this conversation. */
    public Optional<Cursor> find(UUID conversation, UUID id) {
        return jdbc.sql(
                        """
                        select id, at from conversation.message
                            where id = :id and conversation_id = :conversation and about is null
                        union all
                        select id, at from conversation.note where id = :id and conversation_id = :conversation
                        """)
                .param("conversation", conversation)
                .param("id", id)
                .query((row, n) -> new Cursor(instant(row, "at"), uuid(row, "id")))
                .optional();
    }
}
