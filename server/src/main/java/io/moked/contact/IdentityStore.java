package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.Recipient;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentityStore {

    /** Says that our locks are about identities, among all advisory locks of the database. */
    private static final int IDENTITIES = 0x4944454E;

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose an identity is, and when the message was written that said so. */
    record Held(UUID contact, Instant since) {}

    Map<Identity, Held> find(Collection<Identity> wanted) {
        return held(
                jdbc.sql(
                                """
                                select i.kind, i.value, i.contact_id, i.since
                                from unnest(:kinds::text[], :values::text[]) as wanted (kind, value)
                                    join contact.identity i on i.kind = wanted.kind and i.value = wanted.value
                                """)
                        .param("kinds", column(wanted, it -> it.kind().word()))
                        .param("values", column(wanted, Identity::value)));
    }

    /** These, and all others of the contacts who have them. */
    Map<Identity, Held> findWithOthers(Collection<Identity> wanted) {
        var contacts = find(wanted).values().stream().map(Held::contact).distinct().toList();
        return held(
                jdbc.sql(
                                """
                                select kind, value, contact_id, since from contact.identity
                                where contact_id = any(:contacts::uuid[])
                                """)
                        .param("contacts", column(contacts)));
    }

    private static Map<Identity, Held> held(JdbcClient.StatementSpec statement) {
        var held = new HashMap<Identity, Held>();
        statement.query(row -> {
            held.put(
                    new Identity(Identity.Kind.of(row.getString("kind")), row.getString("value")),
                    new Held(uuid(row, "contact_id"), instant(row, "since")));
        });
        return held;
    }

    /** Until the end of the transaction nobody else decides whose the tenant's identities are. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:identities, hashtext(:tenant))")
                .param("identities", IDENTITIES)
                .param("tenant", TenantScope.current().value().toString())
                .query(row -> {});
    }

    void take(Collection<Identity> identities) {
        if (identities.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        delete from contact.identity i using unnest(:kinds::text[], :values::text[]) as t (kind, value)
                        where i.kind = t.kind and i.value = t.value
                        """)
                .param("kinds", column(identities, it -> it.kind().word()))
                .param("values", column(identities, Identity::value))
                .update();
    }

    void give(Map<Identity, Held> identities) {
        if (identities.isEmpty()) {
            return;
        }
        var rows = List.copyOf(identities.entrySet());
        jdbc.sql(
                        """
                        insert into contact.identity (tenant_id, kind, value, contact_id, since)
                        select :tenant, kind, value, contact_id, since
                        from unnest(:kinds::text[], :values::text[], :contacts::uuid[], :times::timestamptz[])
                            as given (kind, value, contact_id, since)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("kinds", column(rows, row -> row.getKey().kind().word()))
                .param("values", column(rows, row -> row.getKey().value()))
                .param("contacts", column(rows, row -> row.getValue().contact()))
                .param("times", column(rows, row -> row.getValue().since()))
                .update();
    }

    /** The newest of each kind: a network may give a person another id of its own. */
    Recipient recipient(ContactId contact) {
        var values = new HashMap<String, String>();
        jdbc.sql(
                        "select kind, value from contact.identity where contact_id = :contact order by since")
                .param("contact", contact.value())
                .query(row -> {
                    values.put(row.getString("kind"), row.getString("value"));
                });
        return new Recipient(
                values.get(Identity.Kind.PHONE.word()),
                values.get(Identity.Kind.NETWORK_ID.word()));
    }
}
