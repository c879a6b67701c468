package io.moked.greeting;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GreetingStore {

    private final JdbcClient jdbc;

    GreetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the business says or understands anything at all. */
    boolean isInUse() {
        return jdbc.sql(
                        """
                        select exists (select from greeting.text) or exists (select from greeting.setting)
                        """)
                .query(Boolean.class)
                .single();
    }

    Map<UUID, Texts> texts(Collection<UUID> departments) {
        var found = new HashMap<UUID, Map<Occasion, Map<Language, String>>>();
        jdbc.sql(
                        """
                        select department_id, occasion, language, body from greeting.text
                        where department_id = any(:departments::uuid[])
                        """)
                .param("departments", column(departments))
                .query(row -> {
                    found.computeIfAbsent(
                                    uuid(row, "department_id"), it -> new EnumMap<>(Occasion.class))
                            .computeIfAbsent(
                                    occasion(row.getString("occasion")),
                                    it -> new EnumMap<>(Language.class))
                            .put(Language.named(row.getString("language")), row.getString("body"));
                });
        var texts = new HashMap<UUID, Texts>();
        found.forEach((department, it) -> texts.put(department, new Texts(it)));
        return texts;
    }

    private static Occasion occasion(String word) {
        return Occasion.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private record Row(Occasion occasion, Language language, String body) {}

    void replace(UUID department, Texts texts) {
        var rows = new ArrayList<Row>();
        texts.byOccasion()
                .forEach((occasion, bodies) ->
                        bodies.forEach(
                                (language, body) -> rows.add(new Row(occasion, language, body))));
        jdbc.sql("delete from greeting.text where department_id = :department")
                .param("department", department)
                .update();
        jdbc.sql(
                        """
                        insert into greeting.text (tenant_id, department_id, occasion, language, body)
                        select :tenant, :department, occasion, language, body
                        from unnest(:occasions::text[], :languages::text[], :bodies::text[]) as t (occasion, language, body)
                        on conflict (tenant_id, department_id, occasion, language) do update set body = excluded.body
                        """)
                .param("tenant", TenantScope.current().value())
                .param("department", department)
                .param("occasions", column(rows, it -> it.occasion().word()))
                .param("languages", column(rows, it -> it.language().word()))
                .param("bodies", column(rows, Row::body))
                .update();
    }

    Setting setting() {
        return jdbc.sql("select * from greeting.setting")
                .query((row, n) ->
                        new Setting(
                                List.of((String[]) row.getArray("ask_words").getArray()),
                                List.of((String[]) row.getArray("give_up_words").getArray()),
                                row.getInt("greet_again_hours"),
                                row.getInt("ask_again_minutes")))
                .optional()
                .orElse(Setting.USUAL);
    }

    void set(Setting setting) {
        jdbc.sql(
                        """
                        insert into greeting.setting (tenant_id, ask_words, give_up_words, greet_again_hours, ask_again_minutes)
                        values (:tenant, :ask::text[], :giveUp::text[], :hours, :minutes)
                        on conflict (tenant_id) do update set ask_words = excluded.ask_words,
                            give_up_words = excluded.give_up_words, greet_again_hours = excluded.greet_again_hours,
                            ask_again_minutes = excluded.ask_again_minutes
                        """)
                .param("tenant", TenantScope.current().value())
                .param("ask", column(setting.askWords()))
                .param("giveUp", column(setting.giveUpWords()))
                .param("hours", setting.greetAgainHours())
                .param("minutes", setting.askAgainMinutes())
                .update();
    }

    /**
     * Writes down that these are told something now, unless they have been: for good in the same
     * conversation, and for a while in the next. How long it will take is told again after a while.
     *
     * @return those that are to be told
     */
    Set<Telling> claim(Collection<Telling> wanted, Since since, Instant now) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                insert into greeting.told as t (tenant_id, channel_id, contact_id, occasion, conversation_id, at)
                                select :tenant, channel_id, contact_id, occasion, conversation_id, :now
                                from unnest(:channels::uuid[], :contacts::uuid[], :occasions::text[], :conversations::uuid[])
                                    as w (channel_id, contact_id, occasion, conversation_id)
                                order by channel_id, contact_id, occasion
                                on conflict (tenant_id, channel_id, contact_id, occasion) do update
                                set conversation_id = excluded.conversation_id, at = excluded.at
                                where case when t.occasion = 'asked' then t.at <= :asked
                                    else t.at <= :greeted and t.conversation_id <> excluded.conversation_id end
                                returning channel_id, contact_id, occasion, conversation_id
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("now", time(now))
                        .param("greeted", time(since.greeted()))
                        .param("asked", time(since.asked()))
                        .param("channels", column(wanted, Telling::channel))
                        .param("contacts", column(wanted, Telling::contact))
                        .param("occasions", column(wanted, it -> it.occasion().word()))
                        .param("conversations", column(wanted, Telling::conversation))
                        .query((row, n) ->
                                new Telling(
                                        uuid(row, "channel_id"),
                                        uuid(row, "contact_id"),
                                        uuid(row, "conversation_id"),
                                        occasion(row.getString("occasion"))))
                        .list());
    }

    /** Somebody is told something. */
    record Telling(UUID channel, UUID contact, UUID conversation, Occasion occasion) {}

    /** Until when they must have been told last. */
    record Since(Instant greeted, Instant asked) {}
}
