package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;

import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether contacts want marketing messages, as they told the network. Their last word counts, in
 * whatever order the words arrive; of two at the same time, the one that stops.
 */
@Component
public class Consents {

    private final JdbcClient jdbc;

    Consents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A contact's last word on marketing. */
    public record Consent(boolean wantsMarketing, Instant at) {}

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

    @Transactional(readOnly = true)
    public Optional<Consent> of(ContactId contact) {
        return jdbc.sql("select marketing, at from contact.consent where contact_id = :contact")
                .param("contact", contact.value())
                .query((row, n) ->
                        new Consent(
                                row.getString("marketing").equals("resumed"), instant(row, "at")))
                .optional();
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
