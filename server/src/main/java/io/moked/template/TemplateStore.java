package io.moked.template;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.kernel.Ids;
import io.moked.kernel.Page;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class TemplateStore {

    private static final String KEEP =
            """
            insert into template.template as t (tenant_id, id, account_id, external_id, name, language,
                category, status, quality, is_named, components, reason, first_seen_at, told_at)
            select :tenant, n.id, :account, n.external_id, n.name, n.language, n.category, n.status,
                n.quality, n.is_named, n.components::jsonb, n.reason, :asOf, :asOf
            from unnest(:ids::uuid[], :externals::text[], :names::text[], :languages::text[],
                    :categories::text[], :statuses::text[], :qualities::text[], :named::boolean[],
                    :components::text[], :reasons::text[])
                as n (id, external_id, name, language, category, status, quality, is_named, components,
                    reason)
            on conflict (tenant_id, account_id, external_id) do update
            set name = excluded.name, language = excluded.language, category = excluded.category,
                status = excluded.status, quality = excluded.quality, is_named = excluded.is_named,
                components = excluded.components, reason = excluded.reason, told_at = excluded.told_at
            where t.told_at <= excluded.told_at
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Ids ids;

    TemplateStore(JdbcClient jdbc, JsonMapper json, Ids ids) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
    }

    /** A template in Meta's words. */
    record Told(
            String externalId,
            String name,
            String language,
            String category,
            String status,
            @Nullable String quality,
            boolean isNamed,
            String components,
            @Nullable String reason) {}

    /** What a list is narrowed to; nothing where null. */
    record Filter(
            @Nullable String account,
            @Nullable String status,
            @Nullable String category,
            @Nullable String language,
            @Nullable String words) {}

    private Template template(ResultSet row, int n) throws SQLException {
        return new Template(
                uuid(row, "id"),
                row.getString("account_id"),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("category"),
                row.getString("status"),
                row.getString("quality"),
                row.getBoolean("is_named"),
                LayoutReader.read(json.readTree(row.getString("components"))),
                row.getString("reason"),
                instant(row, "first_seen_at"),
                instant(row, "told_at"));
    }

    Optional<Template> find(UUID id) {
        return jdbc.sql("select * from template.template where id = :id")
                .param("id", id)
                .query(this::template)
                .optional();
    }

    List<Template> find(Collection<UUID> ids) {
        return jdbc.sql("select * from template.template where id = any(:ids::uuid[])")
                .param("ids", column(ids))
                .query(this::template)
                .list();
    }

    Optional<Template> find(String account, String externalId) {
        return jdbc.sql(
                        """
                        select * from template.template
                        where account_id = :account and external_id = :external
                        """)
                .param("account", account)
                .param("external", externalId)
                .query(this::template)
                .optional();
    }

    List<Template> versions(String account, String name) {
        return jdbc.sql(
                        """
                        select * from template.template where account_id = :account and name = :name
                        """)
                .param("account", account)
                .param("name", name)
                .query(this::template)
                .list();
    }

    List<Template> list(Filter filter, Page page) {
        return jdbc.sql(
                        """
                        select * from template.template
                        where (first_seen_at, id) < (:at, :id)
                            and (:account::text is null or account_id = :account)
                            and (:status::text is null or status = upper(:status))
                            and (:category::text is null or category = upper(:category))
                            and (:language::text is null or language = :language)
                            and (:words::text is null
                                or position(lower(:words) in name || ' ' || lower(components::text)) > 0)
                        order by first_seen_at desc, id desc limit :limit
                        """)
                .param("at", time(page.after().at()))
                .param("id", page.after().id())
                .param("account", filter.account())
                .param("status", filter.status())
                .param("category", filter.category())
                .param("language", filter.language())
                .param("words", filter.words())
                .param("limit", page.rowsToRead())
                .query(this::template)
                .list();
    }

    List<String> languages() {
        return jdbc.sql("select distinct language from template.template order by language")
                .query((row, n) -> row.getString("language"))
                .list();
    }

    /** Which of these stand otherwise than Meta tells, and are not known to be newer. */
    List<UUID> changedBy(String account, List<Told> told, Instant asOf) {
        return jdbc.sql(
                        """
                        select t.id from template.template t
                            join unnest(:externals::text[], :categories::text[], :statuses::text[], :qualities::text[])
                                as n (external_id, category, status, quality) on n.external_id = t.external_id
                        where t.account_id = :account and t.told_at <= :asOf
                            and (t.status, t.category, t.quality) is distinct from (n.status, n.category, n.quality)
                        """)
                .param("account", account)
                .param("asOf", time(asOf))
                .param("externals", column(told, Told::externalId))
                .param("categories", column(told, Told::category))
                .param("statuses", column(told, Told::status))
                .param("qualities", column(told, Told::quality))
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    /** Keeps them as Meta told them at this time; what we were told later stands. */
    void keep(String account, List<Told> told, Instant asOf) {
        jdbc.sql(KEEP)
                .param("tenant", TenantScope.current().value())
                .param("account", account)
                .param("asOf", time(asOf))
                .param("ids", column(told, it -> ids.next()))
                .param("externals", column(told, Told::externalId))
                .param("names", column(told, Told::name))
                .param("languages", column(told, Told::language))
                .param("categories", column(told, Told::category))
                .param("statuses", column(told, Told::status))
                .param("qualities", column(told, Told::quality))
                .param("named", column(told, Told::isNamed))
                .param("components", column(told, Told::components))
                .param("reasons", column(told, Told::reason))
                .update();
    }

    /** Forgets those that Meta no longer lists; what was told of later is only not listed yet. */
    int keepOnly(String account, Collection<String> listed, Instant asOf) {
        return jdbc.sql(
                        """
                        delete from template.template
                        where account_id = :account and told_at < :asOf and not external_id = any(:listed::text[])
                        """)
                .param("account", account)
                .param("asOf", time(asOf))
                .param("listed", column(listed))
                .update();
    }

    void remove(Collection<UUID> templates) {
        jdbc.sql("delete from template.template where id = any(:ids::uuid[])")
                .param("ids", column(templates))
                .update();
    }

    /** Sets what is not null; false where something later is known, or the same. */
    boolean change(
            UUID id,
            @Nullable String status,
            @Nullable String reason,
            @Nullable String category,
            @Nullable String quality,
            Instant asOf) {
        return jdbc.sql(
                                """
                                update template.template
                                set status = coalesce(:status, status), category = coalesce(:category, category),
                                    reason = case when :status::text is null then reason else :reason end,
                                    quality = coalesce(:quality, quality), told_at = :asOf
                                where id = :id and (told_at < :asOf or told_at = :asOf
                                    and (coalesce(:status, status), coalesce(:category, category),
                                         coalesce(:quality, quality)) is distinct from (status, category, quality))
                                """)
                        .param("status", status)
                        .param("reason", reason)
                        .param("category", category)
                        .param("quality", quality)
                        .param("asOf", time(asOf))
                        .param("id", id)
                        .update()
                > 0;
    }
}
