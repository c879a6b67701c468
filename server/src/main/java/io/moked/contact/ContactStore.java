package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.kernel.Page;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

    private static final RowMapper<Contact> CONTACT = (row, n) -> contact(row);

    private static final String REFRESH =
            """
            with seen as (
                select * from unnest(:ids::uuid[], :names::text[], :usernames::text[], :times::timestamptz[],
                    :wrote::boolean[], :met::boolean[]) as s (id, name, username, at, wrote, met)
            ), changed as (
                select c.id, s.name, s.username, s.at, s.wrote, s.met,
                    s.name is distinct from c.name and s.name is not null
                        or s.username is distinct from c.username and s.username is not null as renamed
                from contact.contact c join seen s on s.id = c.id
                where c.last_seen_at < s.at - interval '1 minute'
                    or s.wrote and not c.wrote or s.met and not c.met
                    or s.name is distinct from c.name and s.name is not null
                    or s.username is distinct from c.username and s.username is not null
                order by c.id for update of c
            ), updated as (
                update contact.contact c
                set name = coalesce(changed.name, c.name), username = coalesce(changed.username, c.username),
                    last_seen_at = greatest(c.last_seen_at, changed.at), wrote = c.wrote or changed.wrote,
                    met = c.met or changed.met
                from changed where c.id = changed.id returning c.id, changed.renamed
            )
            select id from updated where renamed
            """;

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static Contact contact(ResultSet row) throws SQLException {
        var phone = row.getString("phone");
        var country = Origins.shown(row.getString("country"), phone);
        var zone = row.getString("time_zone");
        return new Contact(
                uuid(row, "id"),
                row.getString("called"),
                phone,
                row.getString("username"),
                row.getString("language"),
                country,
                zone != null ? zone : Origins.timeZone(phone, country),
                List.of((String[]) row.getArray("labels").getArray()),
                instant(row, "first_seen_at"),
                instant(row, "last_seen_at"),
                row.getBoolean("wrote"));
    }

    /** Newcomers, called as they call themselves. */
    void add(Map<UUID, Contacts.Seen> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        var rows = List.copyOf(contacts.entrySet());
        jdbc.sql(
                        """
                        insert into contact.contact (tenant_id, id, name, username, country, first_seen_at, last_seen_at,
                            wrote, met)
                        select :tenant, id, name, username, country, at, at, wrote, met
                        from unnest(:ids::uuid[], :names::text[], :usernames::text[], :countries::text[],
                                :times::timestamptz[], :wrote::boolean[], :met::boolean[])
                            as newcomer (id, name, username, country, at, wrote, met)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("times", column(rows, row -> row.getValue().at()))
                .param("ids", column(rows, Map.Entry::getKey))
                .param("names", column(rows, row -> row.getValue().sender().name()))
                .param("usernames", column(rows, row -> row.getValue().sender().username()))
                .param("countries", column(rows, row -> Origins.country(row.getValue().sender())))
                .param("wrote", column(rows, row -> row.getValue().wrote()))
                .param("met", column(rows, row -> row.getValue().met()))
                .update();
    }

    /**
     * Keeps names as the network last told them; a contact seen a moment ago is left alone.
     *
     * @return who is called by another name now
     */
    List<UUID> refresh(Map<UUID, Contacts.Seen> senders) {
        if (senders.isEmpty()) {
            return List.of();
        }
        var rows = List.copyOf(senders.entrySet());
        return jdbc.sql(REFRESH)
                .param("times", column(rows, row -> row.getValue().at()))
                .param("ids", column(rows, Map.Entry::getKey))
                .param("names", column(rows, row -> row.getValue().sender().name()))
                .param("usernames", column(rows, row -> row.getValue().sender().username()))
                .param("wrote", column(rows, row -> row.getValue().wrote()))
                .param("met", column(rows, row -> row.getValue().met()))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    /** Brings up to date what contacts are found by; those merged, as part of the other. */
    void makeFindable(Collection<UUID> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        // Whoever changes another part of it waits, and then reads what is decided here.
        var heads =
                jdbc.sql(
                                """
                                select coalesce(merged_into, id) as id from contact.contact
                                where id = any(:ids::uuid[]) order by id for update
                                """)
                        .param("ids", column(contacts))
                        .query(UUID.class)
                        .set();
        jdbc.sql(
                        """
                        insert into contact.findable (tenant_id, contact_id, words)
                        select c.tenant_id, c.id, concat(
                            contact.words(nullif(concat_ws(' ', c.given_name, c.name), ''), c.username,
                                (select string_agg(i.value, ' ') from contact.identity i
                                 where i.contact_id = c.id and i.kind = 'phone')),
                            (select string_agg(contact.words(nullif(concat_ws(' ', m.given_name, m.name), ''), m.username,
                                (select string_agg(i.value, ' ') from contact.identity i
                                 where i.contact_id = m.id and i.kind = 'phone')), '' order by m.id)
                             from contact.contact m where m.merged_into = c.id))
                        from contact.contact c where c.id = any(:heads::uuid[])
                        on conflict (tenant_id, contact_id) do update set words = excluded.words
                        """)
                .param("heads", column(heads))
                .update();
    }

    /** A contact that counts as another is found as that one. */
    void hide(UUID contact) {
        jdbc.sql(
                        """
                        delete from contact.findable f using contact.contact c
                        where c.merged_into is not null and f.contact_id = c.id and c.merged_into =
                            (select coalesce(h.merged_into, h.id) from contact.contact h where h.id = :contact)
                        """)
                .param("contact", contact)
                .update();
    }

    /**
     * Each as the person it is of. No {@code coalesce} in the join: behind the tenant wall the
     * planner takes it for leaky, uses no index for it and reads all contacts of the tenant.
     */
    Map<UUID, Contact> find(Collection<UUID> contacts) {
        var found = new HashMap<UUID, Contact>();
        jdbc.sql(
                        """
                        select c.id as asked, h.id, coalesce(h.given_name, h.name) as called, c.username, h.language,
                            coalesce(h.country, c.country) as country, h.time_zone, h.labels, h.first_seen_at,
                            h.last_seen_at, h.wrote, (select value from contact.identity i
                                where i.contact_id = c.id and i.kind = 'phone' order by since desc limit 1) as phone
                        from contact.contact c join contact.contact h
                            on h.id = case when c.merged_into is null then c.id else c.merged_into end
                        where c.id = any(:ids::uuid[])
                        """)
                .param("ids", column(contacts))
                .query(row -> {
                    found.put(uuid(row, "asked"), contact(row));
                });
        return found;
    }

    /** Each as itself, also where it was merged. */
    Map<UUID, Contact> own(Collection<UUID> contacts) {
        var found = new HashMap<UUID, Contact>();
        jdbc.sql(
                        """
                        select c.*, coalesce(c.given_name, c.name) as called, (select value from contact.identity i
                            where i.contact_id = c.id and i.kind = 'phone' order by since desc limit 1) as phone
                        from contact.contact c where c.id = any(:ids::uuid[])
                        """)
                .param("ids", column(contacts))
                .query(row -> {
                    found.put(uuid(row, "id"), contact(row));
                });
        return found;
    }

    List<Contact> search(SearchWords wanted, @Nullable String label, Page page) {
        return jdbc.sql(
                        """
                        select c.*, coalesce(c.given_name, c.name) as called, (select value from contact.identity i
                            where i.contact_id = c.id and i.kind = 'phone' order by since desc limit 1) as phone
                        from contact.search(:words, :digits, :other, :at, :id, :limit) as found (id)
                            join contact.contact c on c.id = found.id
                            left join contact.labeled l on l.contact_id = c.id and l.label = :label::text
                        where :label::text is null or l.label is not null
                        order by c.last_seen_at desc, c.id desc
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("words", wanted.words())
                .param("digits", wanted.digits())
                .param("other", wanted.other())
                .param("label", label)
                .param("limit", page.rowsToRead())
                .query(CONTACT)
                .list();
    }

    List<Contact> list(@Nullable String label, Page page) {
        return jdbc.sql(
                        """
                        select c.*, coalesce(c.given_name, c.name) as called, (select value from contact.identity i
                            where i.contact_id = c.id and i.kind = 'phone' order by since desc limit 1) as phone
                        from contact.contact c
                            left join contact.labeled l on l.contact_id = c.id and l.label = :label::text
                        where (c.last_seen_at, c.id) < (:at, :id) and c.merged_into is null
                            and (:label::text is null or l.label is not null)
                        order by c.last_seen_at desc, c.id desc limit :limit
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("label", label)
                .param("limit", page.rowsToRead())
                .query(CONTACT)
                .list();
    }
}
