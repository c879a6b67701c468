package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;
import static io.moked.database.SqlValues.uuidOrNull;

import com.fasterxml.jackson.annotation.JsonValue;
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
 * whatever order the words arrive; of two at the same time, the one that stops. What a business
 * declares of them is kept beside it, with where it has it from, and never counts more.
 */
@Component
public class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        jdbc.sql(
                        """
                        insert into contact.consent (tenant_id, contact_id, marketing, at)
                        select distinct on (contact_id) :tenant, contact_id, marketing, at
                        from unnest(:contacts::uuid[], :marketing::text[], :times::timestamptz[])
                            as w (contact_id, marketing, at)
                        order by contact_id, at desc, marketing desc
                        on conflict (tenant_id, contact_id) do update
                        set marketing = excluded.marketing, at = excluded.at
                        where (excluded.at, excluded.marketing) > (consent.at, consent.marketing)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("contacts", column(words, Word::contact))
                .param(
                        "marketing",
                        column(words, it -> it.wantsMarketing() ? "resumed" : "stopped"))
                .param("times", column(words, Word::at))
                .update();
    }

    /** Whoever has said nothing, and of whom nothing was declared, is not in it. */
    @Transactional(readOnly = true)
    public Map<UUID, Consent> of(Collection<UUID> contacts) {
        var found = new HashMap<UUID, Consent>();
        jdbc.sql(
                        """
                        select c.contact_id, coalesce(s.marketing, 'declared') as marketing, coalesce(s.at, d.at) as at,
                            d.words, d.by_id
                        from unnest(:contacts::uuid[]) as c (contact_id)
                            left join contact.consent s on s.contact_id = c.contact_id
                            left join lateral (select at, words, by_id from contact.opt_in o
                                where o.contact_id = c.contact_id and s.contact_id is null
                                order by at desc limit 1) as d on true
                        where s.contact_id is not null or d.at is not null
                        """)
                .param("contacts", column(contacts))
                .query(row -> {
                    found.put(
                            uuid(row, "contact_id"),
                            new Consent(
                                    Marketing.of(row.getString("marketing")),
                                    instant(row, "at"),
                                    row.getString("words"),
                                    uuidOrNull(row, "by_id")));
                });
        return found;
    }

    /** Of these, all who have not said that they want none. */
    @Transactional(readOnly = true)
    public Set<UUID> mayReceiveMarketing(Collection<UUID> contacts) {
        var may = new HashSet<>(contacts);
        jdbc.sql(
                        """
                        select contact_id from contact.consent
                        where contact_id = any(:contacts::uuid[]) and marketing = 'stopped'
                        """)
                .param("contacts", column(contacts))
                .query((row, n) -> uuid(row, "contact_id"))
                .list()
                .forEach(may::remove);
        return may;
    }
}
