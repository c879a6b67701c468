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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contacts that have something in common; those merged count as the one they were merged into. */
@Component
public class Selections {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * Told once, so that whoever is counted is also who is written to. Nothing is asked of one
     * contact after the other: what was said and noted is joined in the order of contacts, so that
     * a page reads no more than its part of it, and labels are found by a table of their own,
     * because behind the tenant wall no index finds what an array holds.
     */
    private static final String CHOSEN =
            """
            with part as (
                select p.merged_into as head, bool_or(p.met) as met,
                    (array_agg(s.marketing order by s.at desc, s.marketing desc) filter (where s.at is not null))[1] as said,
                    max(s.at) as said_at,
                    (array_agg(d.wants order by d.at desc, d.wants) filter (where d.at is not null))[1] as wants,
                    max(d.at) as declared_at
                from contact.contact p
                    left join contact.consent s on s.contact_id = p.id
                    left join contact.declaration d on d.contact_id = p.id
                where p.merged_into is not null
                group by p.merged_into
            ), chosen as (
                select c.id, c.language, word.is_unwanted
                from contact.contact c
                    left join contact.consent own on own.contact_id = c.id and own.contact_id > :after and :asks
                    left join (select distinct on (contact_id) contact_id, wants, at from contact.declaration
                        where contact_id > :after and :asks order by contact_id, at desc, wants) as noted
                        on noted.contact_id = c.id
                    left join part on part.head = c.id
                    left join (select distinct contact_id from contact.labeled
                        where label = any(:labels::text[]) and contact_id > :after) as fit on fit.contact_id = c.id
                    left join (select distinct contact_id from contact.labeled
                        where label = any(:without::text[]) and contact_id > :after) as unfit on unfit.contact_id = c.id
                    cross join lateral (
                        select case when part.said_at is null or (own.at, own.marketing) >= (part.said_at, part.said)
                                then own.marketing else part.said end as said,
                            greatest(own.at, part.said_at) as said_at,
                            case when part.declared_at is null or noted.at >= part.declared_at
                                then noted.wants else part.wants end as wants,
                            greatest(noted.at, part.declared_at) as declared_at) as last
                    cross join lateral (
                        select coalesce(last.said = 'stopped', false) or coalesce(not last.wants
                            and (last.said_at is null or last.said_at < last.declared_at), false) as is_unwanted) as word
                where c.merged_into is null and c.id > :after
                    and (:labels::text[] is null or fit.contact_id is not null)
                    and (:without::text[] is null or unfit.contact_id is null)
                    and (:languages::text[] is null or c.language = any(:languages::text[]))
                    and (:countries::text[] is null or c.country = any(:countries::text[]))
                    and (:since::timestamptz is null or c.wrote and c.last_seen_at >= :since::timestamptz)
                    and (:until::timestamptz is null or not c.wrote or c.last_seen_at < :until::timestamptz)
                    and (not :unmet or not c.met and part.met is not true)
                    and (:consent::text is null or not word.is_unwanted
                        and (:consent::text = 'not-stopped' or last.said is not null or last.wants))
            )
            """;

    private static final String COUNT = CHOSEN + "select count(*)::int from chosen";

    private static final String PAGE = CHOSEN + "select id from chosen order by id limit :limit";

    private static final String TALLY =
            CHOSEN
                    + """
                    , unreachable as (
                        select id from chosen
                        where not exists (select from contact.identity i
                                where i.contact_id = chosen.id and i.kind in ('phone', 'network-id'))
                            and not exists (select from contact.contact p join contact.identity i on i.contact_id = p.id
                                where p.merged_into = chosen.id and i.kind in ('phone', 'network-id'))
                    )
                    select coalesce(language, '') as language, count(*)::int as chosen,
                        count(unreachable.id)::int as unreachable,
                        (count(*) filter (where is_unwanted and unreachable.id is null))::int as unwilling
                    from chosen left join unreachable on unreachable.id = chosen.id
                    group by coalesce(language, '')
                    """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Selections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int count(Criteria criteria) {
        return with(criteria, null, jdbc.sql(COUNT)).query(Integer.class).single();
    }

    /**
     * How many there are.
     *
     * @param unwilling of those who can be written to, who want no marketing, by the language they
     *     are written to in; empty where that is not known
     * @param unreachable whom no network knows any more
     */
    public record Tally(int all, Map<String, Integer> unwilling, int unreachable) {}

    private record Share(String language, int chosen, int unreachable, int unwilling) {}

    @Transactional(readOnly = true)
    public Tally tally(Criteria criteria) {
        var shares =
                with(criteria, null, jdbc.sql(TALLY))
                        .param("asks", true)
                        .query((row, n) ->
                                new Share(
                                        row.getString("language"),
                                        row.getInt("chosen"),
                                        row.getInt("unreachable"),
                                        row.getInt("unwilling")))
                        .list();
        return new Tally(
                shares.stream().mapToInt(Share::chosen).sum(),
                shares.stream()
                        .filter(it -> it.unwilling() > 0)
                        .collect(Collectors.toMap(Share::language, Share::unwilling)),
                shares.stream().mapToInt(Share::unreachable).sum());
    }

    /**
     * In an order that new messages do not change, so that page after page names each of them once.
     *
     * @param after the last of the page before; null for the first
     */
    @Transactional(readOnly = true)
    public List<UUID> page(Criteria criteria, @Nullable UUID after, int limit) {
        return with(criteria, after, jdbc.sql(PAGE))
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

    private JdbcClient.StatementSpec with(
            Criteria asked, @Nullable UUID after, JdbcClient.StatementSpec statement) {
        return statement
                .param("after", after == null ? BEFORE_ALL : after)
                .param("asks", asked.consent() != null)
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
