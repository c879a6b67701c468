package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CardStore {

    private final JdbcClient jdbc;

    CardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ContactCards.NamesOfOne names(UUID contact) {
        return jdbc.sql("select given_name, name from contact.contact where id = :contact")
                .param("contact", contact)
                .query((row, n) ->
                        new ContactCards.NamesOfOne(
                                row.getString("given_name"), row.getString("name")))
                .single();
    }

    void call(UUID contact, @Nullable String name) {
        jdbc.sql(
                        "update contact.contact set given_name = :name, is_listed = false where id = :contact")
                .param("name", name)
                .param("contact", contact)
                .update();
    }

    /**
     * Of several words about a contact the last counts; of two at the same time, the name.
     *
     * @return who is called otherwise from now on
     */
    List<UUID> list(List<Contacts.Listed> names) {
        return jdbc.sql(
                        """
                        with told as (
                            select distinct on (id) id, name, at
                            from unnest(:ids::uuid[], :names::text[], :times::timestamptz[]) as t (id, name, at)
                            order by id, at desc, name nulls last
                        ), news as (
                            select c.id, t.name, t.at, c.given_name is null or c.is_listed as is_ours, c.given_name as before
                            from contact.contact c join told t on t.id = c.id
                            where c.listed_at is null or c.listed_at < t.at
                                or c.listed_at = t.at and not c.is_listed and t.name is not null
                            order by c.id for update of c
                        ), kept as (
                            update contact.contact c
                            set listed_at = news.at,
                                given_name = case when news.is_ours then news.name else c.given_name end,
                                is_listed = news.is_ours and news.name is not null
                            from news where c.id = news.id
                            returning c.id, c.given_name, news.before
                        )
                        select id from kept where given_name is distinct from before
                        """)
                .param("ids", column(names, Contacts.Listed::contact))
                .param("names", column(names, Contacts.Listed::name))
                .param("times", column(names, Contacts.Listed::at))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    void speak(UUID contact, @Nullable String language) {
        jdbc.sql("update contact.contact set language = :language where id = :contact")
                .param("language", language)
                .param("contact", contact)
                .update();
    }

    void locate(UUID contact, @Nullable String timeZone) {
        jdbc.sql("update contact.contact set time_zone = :zone where id = :contact")
                .param("zone", timeZone)
                .param("contact", contact)
                .update();
    }

    void label(UUID contact, List<String> labels) {
        jdbc.sql("update contact.contact set labels = :labels::text[] where id = :contact")
                .param("labels", column(labels))
                .param("contact", contact)
                .update();
    }

    /** Brings up to date by which labels contacts are found. */
    void makeChoosable(Collection<UUID> contacts) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from contact.labeled l using contact.contact c
                            where c.id = any(:ids::uuid[]) and l.contact_id = c.id and l.label <> all(c.labels)
                        )
                        insert into contact.labeled (tenant_id, contact_id, label)
                        select c.tenant_id, c.id, label from contact.contact c, unnest(c.labels) as label
                        where c.id = any(:ids::uuid[])
                        on conflict do nothing
                        """)
                .param("ids", column(contacts))
                .update();
    }

    /** From one label to the next, however many contacts have it. */
    List<String> labels() {
        return jdbc.sql(
                        """
                        with recursive known as (
                            (select label from contact.labeled order by label limit 1)
                            union all
                            select (select l.label from contact.labeled l where l.label > known.label
                                order by l.label limit 1)
                            from known where known.label is not null
                        )
                        select label from known where label is not null limit 500
                        """)
                .query((row, n) -> row.getString("label"))
                .list();
    }
}
