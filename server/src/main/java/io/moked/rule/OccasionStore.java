package io.moked.rule;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.moked.rule.engine.Trigger;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Occasions of the tenant in scope, in the hands of whoever looks at them. */
@Repository
class OccasionStore {

    private final JdbcClient jdbc;

    OccasionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unless somebody else has it in their hands, or has had. */
    Optional<Occasion> lockDue(UUID id, Instant now) {
        return jdbc.sql(
                        """
                        select * from rule.occasion where id = :id and due_at <= :now for update skip locked
                        """)
                .param("id", id)
                .param("now", time(now))
                .query((row, n) ->
                        new Occasion(
                                uuid(row, "id"),
                                uuid(row, "conversation_id"),
                                Trigger.of(row.getString("trigger")),
                                row.getObject("minutes", Integer.class),
                                uuidOrNull(row, "message_id"),
                                instant(row, "since"),
                                row.getInt("tries")))
                .optional();
    }

    void remove(UUID id) {
        jdbc.sql("delete from rule.occasion where id = :id").param("id", id).update();
    }

    /** It stays, so that the state it is about is not looked at again while it lasts. */
    void finish(UUID id) {
        jdbc.sql("update rule.occasion set due_at = null, is_over = true where id = :id")
                .param("id", id)
                .update();
    }

    /** The state is not on; should it come back, it counts from then. */
    void rest(UUID id) {
        jdbc.sql("update rule.occasion set due_at = null where id = :id").param("id", id).update();
    }

    void again(UUID id, Instant due) {
        jdbc.sql("update rule.occasion set due_at = :due, tries = tries + 1 where id = :id")
                .param("due", time(due))
                .param("id", id)
                .update();
    }

    /**
     * Those whose length no rule asks for any more. Whoever has one in their hands finds out by
     * themselves, and is not waited for.
     */
    void forgetUnasked() {
        jdbc.sql(
                        """
                        delete from rule.occasion where id in (
                            select id from rule.occasion o
                            where minutes is not null and not exists (select from rule.rule r
                                where r.is_enabled and r.trigger = o.trigger and r.minutes = o.minutes)
                            for update skip locked)
                        """)
                .update();
    }

    /** Which of these labels rules have not been told of; from now on they have. */
    Set<String> learn(UUID conversation, Collection<String> labels) {
        var known =
                jdbc.sql(
                                """
                                select labels from rule.known_labels where conversation_id = :conversation
                                """)
                        .param("conversation", conversation)
                        .query((row, n) -> Set.of((String[]) row.getArray("labels").getArray()))
                        .optional()
                        .orElse(Set.of());
        jdbc.sql(
                        """
                        insert into rule.known_labels (tenant_id, conversation_id, labels)
                        values (:tenant, :conversation, :labels::text[])
                        on conflict (tenant_id, conversation_id) do update set labels = excluded.labels
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversation", conversation)
                .param("labels", column(List.copyOf(labels)))
                .update();
        return labels.stream().filter(it -> !known.contains(it)).collect(toUnmodifiableSet());
    }

    /** Rules gave it these themselves. */
    void know(UUID conversation, Collection<String> labels) {
        jdbc.sql(
                        """
                        insert into rule.known_labels as k (tenant_id, conversation_id, labels)
                        values (:tenant, :conversation, :labels::text[])
                        on conflict (tenant_id, conversation_id) do update
                            set labels = array(select distinct unnest(k.labels || excluded.labels))
                        """)
                .param("tenant", TenantScope.current().value())
                .param("conversation", conversation)
                .param("labels", column(List.copyOf(labels)))
                .update();
    }
}
