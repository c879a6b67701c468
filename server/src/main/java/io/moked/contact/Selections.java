package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that have something in common; those merged count as the one they were merged into. */
@Component
public class Selections {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Told once, so that whoever is counted is also who is written to. */
    private static final String CHOSEN =
            """
            from contact.contact c
            where c.merged_into is null
                and (:labels::text[] is null or c.labels && :labels::text[])
                and (:without::text[] is null or not c.labels && :without::text[])
                and (:languages::text[] is null or c.language = any(:languages::text[]))
                and (:countries::text[] is null or c.country = any(:countries::text[]))
                and (:since::timestamptz is null or c.wrote and c.last_seen_at >= :since::timestamptz)
                and (:until::timestamptz is null or not c.wrote or c.last_seen_at < :until::timestamptz)
                and (not :unmet or not c.met and not exists
                    (select from contact.contact part where part.merged_into = c.id and part.met))
                and (:consent::text is null
                    or not exists (select from contact.consent said
                        where said.marketing = 'stopped' and said.contact_id in
                            (select c.id union all select part.id from contact.contact part where part.merged_into = c.id))
                        and (:consent::text = 'not-stopped'
                            or exists (select from contact.consent said
                                where said.contact_id in
                                    (select c.id union all select part.id from contact.contact part where part.merged_into = c.id))
                            or exists (select from contact.opt_in declared
                                where declared.contact_id in
                                    (select c.id union all select part.id from contact.contact part where part.merged_into = c.id))))
            """;

    private static final String COUNT = "select count(*)::int " + CHOSEN;

    private static final String PAGE =
            "select c.id " + CHOSEN + " and c.id > :after order by c.id limit :limit";

    private static final String TALLY =
            """
            select count(*)::int as all_of_them,
                (count(*) filter (where reachable and stopped))::int as stopped,
                (count(*) filter (where not reachable))::int as unreachable
            from (
                select exists (select from contact.identity i
                        where i.kind in ('phone', 'network-id') and i.contact_id in
                            (select c.id union all select part.id from contact.contact part where part.merged_into = c.id)) as reachable,
                    exists (select from contact.consent s
                        where s.marketing = 'stopped' and s.contact_id in
                            (select c.id union all select part.id from contact.contact part where part.merged_into = c.id)) as stopped
            """
                    + CHOSEN
                    + ") as chosen";

    private final JdbcClient jdbc;
    private final Clock clock;

    Selections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int count(Criteria criteria) {
        return with(criteria, jdbc.sql(COUNT)).query(Integer.class).single();
    }

    /**
     * How many there are.
     *
     * @param stopped of those who can be written to, who want no marketing
     * @param unreachable whom no network knows any more
     */
    public record Tally(int all, int stopped, int unreachable) {}

    @Transactional(readOnly = true)
    public Tally tally(Criteria criteria) {
        return with(criteria, jdbc.sql(TALLY))
                .query((row, n) ->
                        new Tally(
                                row.getInt("all_of_them"),
                                row.getInt("stopped"),
                                row.getInt("unreachable")))
                .single();
    }

    /**
     * In an order that new messages do not change, so that page after page names each of them once.
     *
     * @param after the last of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public List<UUID> page(Criteria criteria, @Nullable UUID after, int limit) {
        return with(criteria, jdbc.sql(PAGE))
                .param("after", after == null ? BEFORE_ALL : after)
                .param("limit", limit)
                .query((row, n) -> uuid(row, "id"))
                .list();
    }

    /** Who was merged into one of these, and into which. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> merged(Collection<UUID> into) {
        var merged = new HashMap<UUID, UUID>();
        jdbc.sql(
                        """
                        select id, merged_into from contact.contact where merged_into = any(:into::uuid[])
                        """)
                .param("into", column(into))
                .query(row -> {
                    merged.put(uuid(row, "id"), uuid(row, "merged_into"));
                });
        return merged;
    }

    /** Of these, all whom a network knows. */
    @Transactional(readOnly = true)
    public Set<UUID> reachable(Collection<UUID> contacts) {
        return jdbc.sql(
                        """
                        select distinct contact_id from contact.identity
                        where contact_id = any(:contacts::uuid[]) and kind in ('phone', 'network-id')
                        """)
                .param("contacts", column(contacts))
                .query((row, n) -> uuid(row, "contact_id"))
                .set();
    }

    private JdbcClient.StatementSpec with(Criteria asked, JdbcClient.StatementSpec statement) {
        return statement
                .param("labels", wanted(asked.labels()))
                .param("without", wanted(asked.withoutLabels()))
                .param("languages", wanted(asked.languages()))
                .param("countries", wanted(asked.countries()))
                .param("since", before(asked.seenWithinDays()))
                .param("until", before(asked.notSeenForDays()))
                .param("unmet", Boolean.TRUE.equals(asked.neverContacted()))
                .param("consent", asked.consent() == null ? null : asked.consent().word());
    }

    private static @Nullable String @Nullable [] wanted(@Nullable List<String> words) {
        return words == null || words.isEmpty() ? null : column(words);
    }

    private @Nullable Object before(@Nullable Integer days) {
        Instant now = clock.instant();
        return days == null ? null : time(now.minus(Duration.ofDays(days)));
    }
}
