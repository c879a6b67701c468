package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import io.moked.contact.Person.Merge;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MergeStore {

    private final JdbcClient jdbc;

    MergeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As whom a contact counts: itself, or the one it has been merged into in the end. */
    Optional<UUID> standsFor(UUID contact) {
        return jdbc.sql(
                        "select coalesce(merged_into, id) as id from contact.contact where id = :contact")
                .param("contact", contact)
                .query((row, n) -> uuid(row, "id"))
                .optional();
    }

    /** It and all that have been merged into it. */
    List<UUID> parts(UUID contact) {
        return jdbc.sql(
                        """
                        select id from contact.contact where id = :contact or merged_into = :contact order by id
                        """)
                .param("contact", contact)
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    /** These and those merged into them. */
    List<UUID> parts(Collection<UUID> contacts) {
        return jdbc.sql(
                        """
                        select unnest(:ids::uuid[]) as id
                        union
                        select id from contact.contact where merged_into = any(:ids::uuid[])
                        """)
                .param("ids", column(contacts))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    void add(UUID id, UUID contact, UUID into, UUID by, Instant at) {
        jdbc.sql(
                        """
                        insert into contact.merge (tenant_id, id, contact_id, into_id, at, by_id)
                        values (:tenant, :id, :contact, :into, :at, :by)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("id", id)
                .param("contact", contact)
                .param("into", into)
                .param("at", time(at))
                .param("by", by)
                .update();
    }

    /** Whether it was merged into another. */
    boolean end(UUID contact, UUID by, Instant at) {
        return jdbc.sql(
                                """
                                update contact.merge set separated_at = :at, separated_by = :by
                                where contact_id = :contact and separated_at is null
                                """)
                        .param("contact", contact)
                        .param("by", by)
                        .param("at", time(at))
                        .update()
                > 0;
    }

    /** From the merges that stand: whoever came in with a contact leaves with it. */
    void settle(UUID contact) {
        jdbc.sql(
                        """
                        with recursive up as (
                            select :contact::uuid as id, 0 as depth
                            union all
                            select m.into_id, up.depth + 1 from up
                                join contact.merge m on m.contact_id = up.id and m.separated_at is null
                        ), head as (
                            select id from up order by depth desc limit 1
                        ), below as (
                            select :contact::uuid as id
                            union
                            select m.contact_id from below
                                join contact.merge m on m.into_id = below.id and m.separated_at is null
                        )
                        update contact.contact c set merged_into = nullif(head.id, c.id)
                        from below, head where c.id = below.id
                        """)
                .param("contact", contact)
                .update();
    }

    /** Those of a contact and of all that were ever merged into it. */
    List<Merge> of(UUID contact) {
        return jdbc.sql(
                        """
                        with recursive below as (
                            select :contact::uuid as id
                            union
                            select m.contact_id from below join contact.merge m on m.into_id = below.id
                        )
                        select m.* from contact.merge m
                        where m.into_id in (select id from below) or m.contact_id = :contact
                        order by m.at desc, m.id desc limit 100
                        """)
                .param("contact", contact)
                .query((row, n) ->
                        new Merge(
                                uuid(row, "id"),
                                uuid(row, "contact_id"),
                                uuid(row, "into_id"),
                                instant(row, "at"),
                                uuid(row, "by_id"),
                                instantOrNull(row, "separated_at"),
                                uuidOrNull(row, "separated_by")))
                .list();
    }
}
