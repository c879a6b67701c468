package io.moked.number;

import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;

import io.moked.channel.Channel;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What Meta last told of each matter of the tenant's accounts and numbers, unasked. */
@Component
public class News {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    News(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Something Meta told.
     *
     * @param field of the webhook by which it came
     * @param event in Meta's word
     * @param details in Meta's words
     * @param at when it became so, which tells what came after what
     * @param heardAt when it came, which may be long after
     */
    public record Told(
            String field, String event, Map<String, String> details, Instant at, Instant heardAt) {}

    /**
     * Keeps it, unless something later is known of the same matter; what is told once more changes
     * nothing.
     *
     * @param phone digits of the number that is meant; empty where the account is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void keep(String account, String phone, String matter, Told told) {
        jdbc.sql(
                        """
                        insert into number.news (tenant_id, account_id, phone, matter, field, event, details, told_at, heard_at)
                        values (:tenant, :account, :phone, :matter, :field, :event, :details::jsonb, :at, :heard)
                        on conflict (tenant_id, account_id, phone, matter) do update
                        set event = excluded.event, details = excluded.details,
                            told_at = excluded.told_at, heard_at = excluded.heard_at
                        where excluded.told_at > news.told_at
                            or excluded.told_at = news.told_at
                                and (excluded.event, excluded.details) is distinct from (news.event, news.details)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("account", account)
                .param("phone", phone)
                .param("matter", matter)
                .param("field", told.field())
                .param("event", told.event())
                .param("details", json.writeValueAsString(told.details()))
                .param("at", time(told.at()))
                .param("heard", time(told.heardAt()))
                .update();
    }

    /** Keeps how far something has come, unless it is known to have come further. */
    @Transactional(propagation = Propagation.MANDATORY)
    void keepFurther(String account, String phone, String matter, int progress, Told told) {
        jdbc.sql(
                        """
                        insert into number.news (tenant_id, account_id, phone, matter, field, event, details, told_at, heard_at)
                        values (:tenant, :account, :phone, :matter, :field, :event, :details::jsonb, :at, :heard)
                        on conflict (tenant_id, account_id, phone, matter) do update
                        set event = excluded.event, details = excluded.details,
                            told_at = excluded.told_at, heard_at = excluded.heard_at
                        where :progress > coalesce((news.details ->> 'progress')::int, -1)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("account", account)
                .param("phone", phone)
                .param("matter", matter)
                .param("field", told.field())
                .param("event", told.event())
                .param("details", json.writeValueAsString(told.details()))
                .param("at", time(told.at()))
                .param("heard", time(told.heardAt()))
                .param("progress", progress)
                .update();
    }

    /** Of a number and its account, the latest first. */
    @Transactional(readOnly = true)
    public List<Told> of(Channel number) {
        return jdbc.sql(
                        """
                        select field, event, details, told_at, heard_at from number.news
                        where account_id = :account and phone in ('', :phone)
                        order by told_at desc, matter
                        """)
                .param("account", number.accountId())
                .param("phone", digits(number.address()))
                .query((row, n) ->
                        new Told(
                                row.getString("field"),
                                row.getString("event"),
                                details(row.getString("details")),
                                instant(row, "told_at"),
                                instant(row, "heard_at")))
                .list();
    }

    private Map<String, String> details(String written) {
        var details = new TreeMap<String, String>();
        json.readTree(written).forEachEntry((name, value) -> details.put(name, value.asString("")));
        return details;
    }

    static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
