package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.contact.Person.KnownAs;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What contacts are and were known by. */
@Repository
class IdentityHistory {

    private final JdbcClient jdbc;

    IdentityHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A phone that goes to and fro is one line of each. */
    void keep(List<Former> former) {
        for (var one : former) {
            jdbc.sql(
                            """
                            insert into contact.former_identity as f (tenant_id, contact_id, kind, value, since, seen_at,
                                until, replaced_by, passed_to)
                            values (:tenant, :contact, :kind, :value, :since::timestamptz, :seen::timestamptz,
                                :until::timestamptz, :by, :to::uuid)
                            on conflict (tenant_id, contact_id, kind, value) do update
                            set since = least(f.since, excluded.since), seen_at = greatest(f.seen_at, excluded.seen_at),
                                until = greatest(f.until, excluded.until), replaced_by = excluded.replaced_by,
                                passed_to = excluded.passed_to
                            """)
                    .param("tenant", TenantScope.current().value())
                    .param("contact", one.held().contact())
                    .param("kind", one.identity().kind().word())
                    .param("value", one.identity().value())
                    .param("since", one.held().since().toString())
                    .param("seen", one.held().seenAt().toString())
                    .param("until", one.until().toString())
                    .param("by", one.replacedBy())
                    .param("to", one.passedTo())
                    .update();
        }
    }

    /** Those in use first, and those given up last the later. */
    List<KnownAs> of(Collection<UUID> contacts) {
        return jdbc.sql(
                        """
                        select contact_id, kind, value, since, coalesce(seen_at, since) as seen_at, until, replaced_by,
                            null::uuid as passed_to
                        from contact.identity where contact_id = any(:contacts::uuid[])
                        union all
                        select contact_id, kind, value, since, seen_at, until, replaced_by, passed_to
                        from contact.former_identity f where contact_id = any(:contacts::uuid[])
                            and not exists (select from contact.identity i
                                where i.kind = f.kind and i.value = f.value and i.contact_id = f.contact_id)
                        order by until desc nulls first, kind desc, since desc
                        """)
                .param("contacts", column(contacts))
                .query((row, n) ->
                        new KnownAs(
                                uuid(row, "contact_id"),
                                row.getString("kind"),
                                row.getString("value"),
                                instant(row, "since"),
                                instant(row, "seen_at"),
                                instantOrNull(row, "until"),
                                row.getString("replaced_by"),
                                uuidOrNull(row, "passed_to")))
                .list();
    }

    /** Who else is or was known by one of these phones, or by the id that came in place of one. */
    List<UUID> sharing(Collection<UUID> contacts) {
        return jdbc.sql(
                        """
                        with known as (
                            select contact_id, kind, value, replaced_by from contact.identity
                            where contact_id = any(:contacts::uuid[])
                            union
                            select contact_id, kind, value, replaced_by from contact.former_identity
                            where contact_id = any(:contacts::uuid[])
                        ), other as (
                            select i.contact_id from known k
                                join contact.identity i on i.kind = k.kind and i.value in (k.value, k.replaced_by)
                            union
                            select f.contact_id from known k
                                join contact.former_identity f on f.kind = k.kind and f.value in (k.value, k.replaced_by)
                            union
                            select i.contact_id from known k
                                join contact.identity i on i.kind = k.kind and i.replaced_by = k.value
                            union
                            select f.contact_id from known k
                                join contact.former_identity f on f.kind = k.kind and f.replaced_by = k.value
                        )
                        select distinct coalesce(c.merged_into, c.id) as id
                        from other join contact.contact c on c.id = other.contact_id
                        where c.id <> all(:contacts::uuid[])
                            and coalesce(c.merged_into, c.id) <> all(:contacts::uuid[])
                        order by id limit 20
                        """)
                .param("contacts", column(contacts))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }
}
