package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.Sender;
import io.moked.kernel.Page;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContactStore {

    private static final RowMapper<Contact> CONTACT =
            (row, n) ->
                    new Contact(
                            uuid(row, "id"),
                            row.getString("name"),
                            row.getString("phone"),
                            row.getString("username"),
                            row.getString("language"),
                            instant(row, "first_seen_at"),
                            instant(row, "last_seen_at"));

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newcomers, called as they call themselves. */
    void add(Map<UUID, Sender> contacts, Instant at) {
        if (contacts.isEmpty()) {
            return;
        }
        var rows = List.copyOf(contacts.entrySet());
        jdbc.sql(
                        """
                        insert into contact.contact (tenant_id, id, name, username, first_seen_at, last_seen_at)
                        select :tenant, id, name, username, :at, :at
                        from unnest(:ids::uuid[], :names::text[], :usernames::text[]) as newcomer (id, name, username)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("at", time(at))
                .param("ids", column(rows, Map.Entry::getKey))
                .param("names", column(rows, row -> row.getValue().name()))
                .param("usernames", column(rows, row -> row.getValue().username()))
                .update();
    }

    /**
     * Keeps names as the network last told them; a contact seen a moment ago is left alone.
     *
     * @return who is called by another name now
     */
    List<UUID> refresh(Map<UUID, Sender> senders, Instant at) {
        if (senders.isEmpty()) {
            return List.of();
        }
        var rows = List.copyOf(senders.entrySet());
        return jdbc.sql(
                        """
                        with seen as (
                            select * from unnest(:ids::uuid[], :names::text[], :usernames::text[]) as s (id, name, username)
                        ), changed as (
                            select c.id, s.name, s.username,
                                s.name is distinct from c.name and s.name is not null
                                    or s.username is distinct from c.username and s.username is not null as renamed
                            from contact.contact c join seen s on s.id = c.id
                            where c.last_seen_at < :at - interval '1 minute'
                                or s.name is distinct from c.name and s.name is not null
                                or s.username is distinct from c.username and s.username is not null
                            order by c.id for update of c
                        ), updated as (
                            update contact.contact c
                            set name = coalesce(changed.name, c.name), username = coalesce(changed.username, c.username),
                                last_seen_at = greatest(c.last_seen_at, :at)
                            from changed where c.id = changed.id returning c.id, changed.renamed
                        )
                        select id from updated where renamed
                        """)
                .param("at", time(at))
                .param("ids", column(rows, Map.Entry::getKey))
                .param("names", column(rows, row -> row.getValue().name()))
                .param("usernames", column(rows, row -> row.getValue().username()))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    /** Brings up to date what contacts are found by. */
    void makeFindable(Collection<UUID> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        // Whoever changes another part of it waits, and then reads what is decided here.
        jdbc.sql(
                        """
                        select id from contact.contact where id = any(:ids::uuid[]) order by id for update
                        """)
                .param("ids", column(contacts))
                .query(row -> {});
        jdbc.sql(
                        """
                        insert into contact.findable (tenant_id, contact_id, words)
                        select c.tenant_id, c.id, contact.words(c.name, c.username, p.value)
                        from contact.contact c
                            left join contact.identity p on p.contact_id = c.id and p.kind = 'phone'
                        where c.id = any(:ids::uuid[])
                        on conflict (tenant_id, contact_id) do update set words = excluded.words
                        """)
                .param("ids", column(contacts))
                .update();
    }

    Map<UUID, Contact> find(Collection<UUID> contacts) {
        return jdbc
                .sql(
                        """
                        select c.*, (select value from contact.identity i
                                     where i.contact_id = c.id and i.kind = 'phone' limit 1) as phone
                        from contact.contact c where c.id = any(:ids::uuid[])
                        """)
                .param("ids", column(contacts))
                .query(CONTACT)
                .list()
                .stream()
                .collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    List<Contact> search(SearchWords wanted, Page page) {
        return jdbc.sql(
                        """
                        select c.*, p.value as phone
                        from contact.search(:words, :digits, :at, :id, :limit) as found (id)
                            join contact.contact c on c.id = found.id
                            left join contact.identity p on p.contact_id = c.id and p.kind = 'phone'
                        order by c.last_seen_at desc, c.id desc
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("words", wanted.words())
                .param("digits", wanted.digits())
                .param("limit", page.rowsToRead())
                .query(CONTACT)
                .list();
    }

    List<Contact> list(Page page) {
        return jdbc.sql(
                        """
                        select c.*, p.value as phone
                        from contact.contact c
                            left join contact.identity p on p.contact_id = c.id and p.kind = 'phone'
                        where (c.last_seen_at, c.id) < (:at, :id)
                        order by c.last_seen_at desc, c.id desc limit :limit
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("limit", page.rowsToRead())
                .query(CONTACT)
                .list();
    }
}
