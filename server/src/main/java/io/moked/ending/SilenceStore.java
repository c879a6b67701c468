package io.moked.ending;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is silent in which conversation; written by {@link Listening}, and looked at when due. */
@Repository
class SilenceStore {

    private final JdbcClient jdbc;

    SilenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A silence that lasts.
     *
     * @param ofContact whether the contact is silent; else whoever has to answer
     */
    record Silence(boolean ofContact, Instant since, @Nullable Instant nudgedAt) {}

    List<UUID> due(Instant now, int most) {
        return jdbc.sql(
                        "select conversation_id from ending.silence where due_at <= :now order by due_at limit :most")
                .param("now", time(now))
                .param("most", most)
                .query((row, n) -> uuid(row, "conversation_id"))
                .list();
    }

    /** As it is now, if it is still due; it changes for nobody else. */
    Optional<Silence> lockDue(UUID conversation, Instant now) {
        return jdbc.sql(
                        """
                        select * from ending.silence where conversation_id = :conversation and due_at <= :now for update
                        """)
                .param("conversation", conversation)
                .param("now", time(now))
                .query(SilenceStore::silence)
                .optional();
    }

    private static Silence silence(ResultSet row, int n) throws SQLException {
        return new Silence(
                row.getString("silent").equals("contact"),
                instant(row, "since"),
                instantOrNull(row, "nudged_at"));
    }

    /** When it is looked at again; null for not before something is said. */
    void lookAgain(UUID conversation, @Nullable Instant due, @Nullable Instant nudgedAt) {
        jdbc.sql(
                        """
                        update ending.silence set due_at = :due, nudged_at = :nudged where conversation_id = :conversation
                        """)
                .param("due", due == null ? null : time(due))
                .param("nudged", nudgedAt == null ? null : time(nudgedAt))
                .param("conversation", conversation)
                .update();
    }

    /** Somebody has decided otherwise how long one may last: each is looked at now. */
    void countAnew() {
        jdbc.sql("update ending.silence set due_at = since").update();
    }

    /** A fault, and not what was said, keeps it from being looked at; it is tried later. */
    void putOff(UUID conversation, Instant until) {
        jdbc.sql("update ending.silence set due_at = :until where conversation_id = :conversation")
                .param("until", time(until))
                .param("conversation", conversation)
                .update();
    }
}
