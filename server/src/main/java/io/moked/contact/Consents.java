package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether contacts want marketing messages, as they told the network. Their last word counts, in
 * whatever order the words arrive; of two at the same time, the one that stops. Each word stays
 * with whom it was told of: a person of several contacts is asked of all of them, and of each alone
 * once they are separated again. What a business declares of them is kept beside it, with where it
 * has it from, and never allows what they stopped themselves; that they have taken back what they
 * said counts until they resume it at the network.
 */
@Component
public class Consents {

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Consents(JdbcClient jdbc, Journal journal, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is known of whether somebody wants marketing. */
    public enum Marketing {
        /** They told the network that they want none. */
        STOPPED,
        /** They told the network that they want it again. */
        RESUMED,
        /** They told the network nothing; the business says that they told it. */
        DECLARED,
        /** They have told the business since that they want none. */
        WITHDRAWN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Marketing of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        boolean isUnwanted() {
            return this == STOPPED || this == WITHDRAWN;
        }
    }

    /**
     * What a contact said of marketing, to the network or to the business.
     *
     * @param words where the business has it from, as far as it is declared
     * @param by who declared it
     */
    public record Consent(
            Marketing marketing, Instant at, @Nullable String words, @Nullable UUID by) {}

    /** What a contact says, and when. */
    public record Word(UUID contact, boolean wantsMarketing, Instant at) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void said(Collection<Word> words) {
        if (words.isEmpty()) {
            return;
        }
        var facts =
                jdbc.sql(
                                """
                                with before as (
                                    select contact_id, marketing from contact.consent
                                    where contact_id = any(:contacts::uuid[])
                                ), kept as (
                                    insert into contact.consent (tenant_id, contact_id, marketing, at)
                                    select distinct on (contact_id) :tenant, contact_id, marketing, at
                                    from unnest(:contacts::uuid[], :marketing::text[], :times::timestamptz[])
                                        as w (contact_id, marketing, at)
                                    order by contact_id, at desc, marketing desc
                                    on conflict (tenant_id, contact_id) do update
                                    set marketing = excluded.marketing, at = excluded.at
                                    where (excluded.at, excluded.marketing) > (consent.at, consent.marketing)
                                    returning contact_id, marketing
                                )
                                select kept.* from kept left join before on before.contact_id = kept.contact_id
                                where before.marketing is distinct from kept.marketing
                                """)
                        .param("tenant", TenantScope.current().value())
                        .param("contacts", column(words, Word::contact))
                        .param(
                                "marketing",
                                column(words, it -> it.wantsMarketing() ? "resumed" : "stopped"))
                        .param("times", column(words, Word::at))
                        .query((row, n) ->
                                Fact.of(
                                        "contact.marketing-" + row.getString("marketing"),
                                        uuid(row, "contact_id")))
                        .list();
        journal.append(facts);
    }

    /**
     * Writes down what somebody told the business, beside what was written down before. Who stopped
     * marketing at the network has to resume it there.
     */
    @Transactional
    public void declare(ContactId contact, boolean wantsMarketing, String words, UserId by) {
        var id = contact.value();
        var now = of(Set.of(id)).get(id);
        if (wantsMarketing && now != null && now.marketing() == Marketing.STOPPED) {
            throw new Refusals.MarketingStoppedByContact();
        }
        jdbc.sql(
                        """
                        insert into contact.declaration (tenant_id, contact_id, occasion_id, wants, words, by_id, at)
                        values (:tenant, :contact, :occasion, :wants, :words, :by, :at)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("contact", id)
                .param("occasion", ids.next())
                .param("wants", wantsMarketing)
                .param("words", words)
                .param("by", by.value())
                .param("at", time(clock.instant()))
                .update();
        var told = wantsMarketing ? Marketing.DECLARED : Marketing.WITHDRAWN;
        journal.append(Fact.of("contact.marketing-" + told.word(), id).by(by.value()));
    }

    /**
     * What counts for each person, in whichever of the contacts taken for them it was said. Whoever
     * has said nothing, and of whom nothing was declared, is not in it.
     */
    @Transactional(readOnly = true)
    public Map<UUID, Consent> of(Collection<UUID> contacts) {
        var found = new HashMap<UUID, Consent>();
        jdbc.sql(
                        """
                        with asked as (
                            select id, coalesce(merged_into, id) as head from contact.contact
                            where id = any(:contacts::uuid[])
                        ), part as (
                            select a.id as asked, a.head as id from asked a
                            union all
                            select a.id, m.id from asked a join contact.contact m on m.merged_into = a.head
                        ), said as (
                            select distinct on (part.asked) part.asked, w.marketing, w.at
                            from part join contact.consent w on w.contact_id = part.id
                            order by part.asked, w.at desc, w.marketing desc
                        ), declared as (
                            select distinct on (part.asked) part.asked, d.wants, d.at, d.words, d.by_id,
                                case when d.wants then 'declared' else 'withdrawn' end as marketing
                            from part join contact.declaration d on d.contact_id = part.id
                            order by part.asked, d.at desc, d.wants
                        )
                        select s.asked, s.marketing, s.at, null as words, null::uuid as by_id
                        from said s left join declared d on d.asked = s.asked
                        where s.marketing = 'stopped' or d.wants is distinct from false or d.at <= s.at
                        union all
                        select d.asked, d.marketing, d.at, d.words, d.by_id
                        from declared d left join said s on s.asked = d.asked
                        where s.asked is null or s.marketing <> 'stopped' and not d.wants and d.at > s.at
                        """)
                .param("contacts", column(contacts))
                .query(row -> {
                    found.put(uuid(row, "asked"), consent(row));
                });
        return found;
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                Marketing.of(row.getString("marketing")),
                instant(row, "at"),
                row.getString("words"),
                uuidOrNull(row, "by_id"));
    }

    /** All that was declared of a person, and their own last word; the newest first. */
    @Transactional(readOnly = true)
    public List<Consent> history(ContactId contact) {
        return jdbc.sql(
                        """
                        with head as (
                            select coalesce(merged_into, id) as id from contact.contact where id = :contact
                        ), part as (
                            select id from head
                            union all
                            select m.id from head join contact.contact m on m.merged_into = head.id
                        )
                        select marketing, at, null as words, null::uuid as by_id
                        from contact.consent where contact_id in (select id from part)
                        union all
                        select case when wants then 'declared' else 'withdrawn' end, at, words, by_id
                        from contact.declaration where contact_id in (select id from part)
                        order by at desc limit :most
                        """)
                .param("contact", contact.value())
                .param("most", Limit.PAGE_ROWS.value())
                .query((row, n) -> consent(row))
                .list();
    }

    /** Of these, all who have not said that they want none, as whomever they said it. */
    @Transactional(readOnly = true)
    public Set<UUID> mayReceiveMarketing(Collection<UUID> contacts) {
        var may = new HashSet<>(contacts);
        of(contacts)
                .forEach((contact, consent) -> {
                    if (consent.marketing().isUnwanted()) {
                        may.remove(contact);
                    }
                });
        return may;
    }
}
