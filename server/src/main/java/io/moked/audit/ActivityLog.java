package io.moked.audit;

import static io.moked.database.SqlValues.column;

import io.moked.database.WorkerDatabase;
import io.moked.journal.Follower;
import io.moked.journal.JournalEntry;
import io.moked.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the log of what people did from the journal. */
@Component
class ActivityLog implements Follower {

    /** Reading is not an activity worth a line each time. */
    private static final Set<String> LEFT_OUT = Set.of("conversation.read");

    /** What happens at the doors is worth a line also where nobody we know did it. */
    private static final Set<String> ALWAYS =
            Set.of("access", "signin", "invitation", "operations");

    /** A contact's own word on what they want is one that a business has to prove. */
    private static final Set<String> OF_CONTACTS =
            Set.of("contact.marketing-stopped", "contact.marketing-resumed");

    /** What these are about is not a user. */
    private static final List<String> OF_THINGS =
            List.of("access.role-", "access.token-", "access.tenant-", "signin.policy-");

    private final JdbcClient worker;
    private final JsonMapper json;
    private final Ids ids;

    ActivityLog(WorkerDatabase worker, JsonMapper json, Ids ids) {
        this.worker = worker.jdbc();
        this.json = json;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "activity-log";
    }

    @Override
    public void follow(List<JournalEntry> entries) {
        var done = entries.stream().filter(ActivityLog::isWorthALine).toList();
        if (done.isEmpty()) {
            return;
        }
        worker.sql(
                        """
                        insert into audit.entry (tenant_id, id, action, actor_id, person_id, subject, details, at)
                        select tenant_id, id, action, actor_id, person_id, subject, details::jsonb, at
                        from unnest(:tenants::uuid[], :ids::uuid[], :actions::text[], :actors::uuid[],
                            :people::uuid[], :subjects::uuid[], :details::text[], :times::timestamptz[])
                            as e (tenant_id, id, action, actor_id, person_id, subject, details, at)
                        """)
                .param("tenants", column(done, entry -> entry.tenant().value()))
                .param("ids", column(done, entry -> ids.next()))
                .param("actions", column(done, JournalEntry::kind))
                .param("actors", column(done, JournalEntry::actor))
                .param("people", column(done, ActivityLog::person))
                .param("subjects", column(done, JournalEntry::subject))
                .param("details", column(done, entry -> json.writeValueAsString(entry.details())))
                .param("times", column(done, JournalEntry::at))
                .update();
    }

    private static boolean isWorthALine(JournalEntry entry) {
        return !LEFT_OUT.contains(entry.kind())
                && (entry.actor() != null
                        || entry.isByRule()
                        || ALWAYS.contains(room(entry))
                        || OF_CONTACTS.contains(entry.kind()));
    }

    private static String room(JournalEntry entry) {
        return entry.kind().substring(0, entry.kind().indexOf('.'));
    }

    /** Whom it is about; null where that is nobody, or nobody else. */
    private static @Nullable UUID person(JournalEntry entry) {
        Map<String, String> details = entry.details();
        var named =
                Stream.of("assigneeId", "previousAssigneeId", "userId")
                        .filter(details::containsKey)
                        .findFirst()
                        .map(it -> UUID.fromString(details.get(it)))
                        .orElseGet(() -> isOfAUser(entry) ? entry.subject() : null);
        return named == null || named.equals(entry.actor()) ? null : named;
    }

    private static boolean isOfAUser(JournalEntry entry) {
        return Set.of("access", "signin", "invitation").contains(room(entry))
                && OF_THINGS.stream().noneMatch(entry.kind()::startsWith);
    }
}
