package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.contact.Listing.Listed;
import io.moked.contact.Listing.Origin;
import io.moked.kernel.Limit;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a list says of contacts. Labels cross the border to SQL in one text, apart by U+001F. */
@Repository
class ListingStore {

    private static final String APART = "\u001f";

    private static final String CHANGE =
            """
            with told as (
                select contact_id, max(name) as name, max(language) as language,
                    coalesce(string_to_array(string_agg(labels, chr(31)), chr(31)), '{}') as labels
                from unnest(:contacts::uuid[], :names::text[], :languages::text[], :labels::text[])
                    as t (contact_id, name, language, labels)
                group by contact_id
            ), wanted as (
                select c.id, told.language,
                    case when told.name is not null
                            and (:renames or c.given_name is null and c.name is null)
                        then told.name else c.given_name end as called,
                    c.labels || array(
                        select distinct label from unnest(told.labels) label
                        where label <> all(c.labels) order by label) as labels
                from contact.contact c join told on told.contact_id = c.id
                order by c.id for update of c
            )
            update contact.contact c
            set given_name = wanted.called,
                is_listed = c.is_listed and wanted.called is not distinct from c.given_name,
                language = case when :renames then coalesce(wanted.language, c.language)
                    else coalesce(c.language, wanted.language) end,
                labels = wanted.labels
            from wanted where c.id = wanted.id and cardinality(wanted.labels) <= :most
            returning c.id
            """;

    private final JdbcClient jdbc;

    ListingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As whom these contacts count. */
    Map<UUID, UUID> heads(Collection<UUID> contacts) {
        var heads = new HashMap<UUID, UUID>();
        jdbc.sql(
                        """
                        select id, coalesce(merged_into, id) as head from contact.contact where id = any(:ids::uuid[])
                        """)
                .param("ids", column(contacts))
                .query(row -> {
                    heads.put(uuid(row, "id"), uuid(row, "head"));
                });
        return heads;
    }

    void add(Map<UUID, Listed> newcomers, Instant at) {
        if (newcomers.isEmpty()) {
            return;
        }
        var rows = List.copyOf(newcomers.entrySet());
        jdbc.sql(
                        """
                        insert into contact.contact (tenant_id, id, given_name, language, country, labels, first_seen_at,
                            last_seen_at, wrote, met)
                        select :tenant, id, name, language, country, coalesce(string_to_array(labels, chr(31)), '{}'),
                            :at, :at, false, false
                        from unnest(:ids::uuid[], :names::text[], :languages::text[], :countries::text[],
                            :labels::text[]) as newcomer (id, name, language, country, labels)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("at", time(at))
                .param("ids", column(rows, Map.Entry::getKey))
                .param("names", column(rows, row -> row.getValue().name()))
                .param("languages", column(rows, row -> row.getValue().language()))
                .param(
                        "countries",
                        column(rows, row -> Origins.country(row.getValue().phone(), null)))
                .param("labels", column(rows, row -> labels(row.getValue())))
                .update();
    }

    /** Who has been changed: all but those who would have too many labels. */
    Set<UUID> change(Map<Listed, UUID> listed, boolean renames) {
        var rows = List.copyOf(listed.entrySet());
        return new HashSet<>(
                jdbc.sql(CHANGE)
                        .param("contacts", column(rows, Map.Entry::getValue))
                        .param("names", column(rows, row -> row.getKey().name()))
                        .param("languages", column(rows, row -> row.getKey().language()))
                        .param("labels", column(rows, row -> labels(row.getKey())))
                        .param("renames", renames)
                        .param("most", Limit.LABELS.value())
                        .query((row, n) -> uuid(row, "id"))
                        .list());
    }

    private static @Nullable String labels(Listed one) {
        return one.labels().isEmpty() ? null : String.join(APART, one.labels());
    }

    void met(Collection<UUID> contacts) {
        jdbc.sql(
                        """
                        with strangers as (
                            select id from contact.contact where id = any(:ids::uuid[]) and not met order by id for update
                        )
                        update contact.contact c set met = true from strangers s where c.id = s.id
                        """)
                .param("ids", column(contacts))
                .update();
    }

    /** A list cannot say for whoever has taken it back that they want marketing again. */
    void declare(Collection<UUID> contacts, Origin origin, Instant at) {
        jdbc.sql(
                        """
                        with asked as (
                            select id, coalesce(merged_into, id) as head from contact.contact
                            where id = any(:contacts::uuid[])
                        ), part as (
                            select a.id as asked, a.head as id from asked a
                            union all
                            select a.id, m.id from asked a join contact.contact m on m.merged_into = a.head
                        ), last as (
                            select distinct on (part.asked) part.asked, d.wants
                            from part join contact.declaration d on d.contact_id = part.id
                            order by part.asked, d.at desc, d.wants
                        )
                        insert into contact.declaration (tenant_id, contact_id, occasion_id, wants, words, by_id, at)
                        select :tenant, a.id, :list, :wants, :words, :by, :at
                        from asked a left join last on last.asked = a.id
                        where not :wants or last.wants is distinct from false
                        on conflict (tenant_id, contact_id, occasion_id) do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("contacts", column(contacts))
                .param("list", origin.list())
                .param("wants", origin.wantMarketing())
                .param("words", origin.words())
                .param("by", origin.by().value())
                .param("at", time(at))
                .update();
    }
}
