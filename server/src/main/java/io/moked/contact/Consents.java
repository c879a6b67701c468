package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
 * has it from, and never counts more.
 */
@Component
public class Consents {

    private final JdbcClient jdbc;
    private final Journal journal;

    Consents(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /** What is known of whether somebody wants marketing. */
    public enum Marketing {
        /** They told the network that they want none. */
        STOPPED,
        /** They told the network that they want it again. */
        RESUMED,
        /** They told the network nothing; the business says that they told it. */
        DECLARED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Marketing of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A contact's last word on marketing or, where there is none, what was last declared of it.
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
     * The last word of each person, in whichever of the contacts taken for them it was said.
     * Whoever has said nothing, and of whom nothing was declared, is not in it.
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
                            select distinct on (part.asked) part.asked, o.at, o.words, o.by_id
                            from part join contact.opt_in o on o.contact_id = part.id
                            order by part.asked, o.at desc
                        )
                        select s.asked, s.marketing, s.at, null as words, null::uuid as by_id from said s
                        union all
                        select d.asked, 'declared', d.at, d.words, d.by_id from declared d
                        where d.asked not in (select asked from said)
                        """)
                .param("contacts", column(contacts))
                .query(row -> {
                    found.put(
                            uuid(row, "asked"),
                            new Consent(
                                    Marketing.of(row.getString("marketing")),
                                    instant(row, "at"),
                                    row.getString("words"),
                                    uuidOrNull(row, "by_id")));
                });
        return found;
    }

    /** Of these, all who have not said that they want none, as whomever they said it. */
    @Transactional(readOnly = true)
    public Set<UUID> mayReceiveMarketing(Collection<UUID> contacts) {
        var may = new HashSet<>(contacts);
        jdbc.sql(
                        """
                        with asked as (
                            select id, coalesce(merged_into, id) as head from contact.contact
                            where id = any(:contacts::uuid[])
                        ), part as (
                            select a.id as asked, a.head as id from asked a
                            union all
                            select a.id, m.id from asked a join contact.contact m on m.merged_into = a.head
                        )
                        select asked from (
                            select distinct on (part.asked) part.asked, w.marketing
                            from part join contact.consent w on w.contact_id = part.id
                            order by part.asked, w.at desc, w.marketing desc) as last
                        where marketing = 'stopped'
                        """)
                .param("contacts", column(contacts))
                .query((row, n) -> uuid(row, "asked"))
                .list()
                .forEach(may::remove);
        return may;
    }
}
