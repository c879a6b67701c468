package io.moked.conversation;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remarks that colleagues leave in a thread and contacts never see. */
@Component
public class Notes {

    private final JdbcClient jdbc;
    private final ConversationStore conversations;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Notes(JdbcClient jdbc, ConversationStore conversations, Journal journal, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A remark as it stands in the thread. */
    public record Note(
            UUID id, UUID conversationId, UUID authorId, String body, UUID clientId, Instant at) {}

    /** A note, and whether this very call wrote it. */
    public record Written(Note note, boolean isNew) {}

    /** Writes a note; the same client id again gives the same note. */
    @Transactional
    public Written write(ConversationId conversation, UUID clientId, String body, SignedIn by) {
        if (!mayWrite(conversation, by)) {
            throw new NotFound();
        }
        var author = by.user();
        var id = ids.next();
        int added =
                jdbc.sql(
                                """
                                insert into conversation.note
                                    (tenant_id, id, conversation_id, author_id, body, client_id, at)
                                values (:tenant, :id, :conversation, :author, :body, :client, :now)
                                on conflict (tenant_id, conversation_id, client_id) do nothing
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("id", id)
                        .param("conversation", conversation.value())
                        .param("author", author.value())
                        .param("body", body)
                        .param("client", clientId)
                        .param("now", time(clock.instant()))
                        .update();
        if (added > 0) {
            journal.append(
                    ThreadEvents.fact("noted", conversation.value())
                            .by(author.value())
                            .with("noteId", id));
        }
        return new Written(ofClient(conversation, clientId), added > 0);
    }

    private boolean mayWrite(ConversationId conversation, SignedIn by) {
        return conversations
                .find(conversation)
                .filter(it -> it.isWithin(by, Permission.ANSWER_CONVERSATIONS))
                .isPresent();
    }

    private Note ofClient(ConversationId conversation, UUID clientId) {
        return jdbc.sql(
                        """
                        select * from conversation.note
                        where conversation_id = :conversation and client_id = :client
                        """)
                .param("conversation", conversation.value())
                .param("client", clientId)
                .query(Notes::note)
                .single();
    }

    static Note note(ResultSet row, int n) throws SQLException {
        return new Note(
                uuid(row, "id"),
                uuid(row, "conversation_id"),
                uuid(row, "author_id"),
                row.getString("body"),
                uuid(row, "client_id"),
                instant(row, "at"));
    }
}
