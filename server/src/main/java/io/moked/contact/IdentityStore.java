package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.Recipient;
import io.moked.channel.Sender;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class IdentityStore {

    private final JdbcClient jdbc;

    IdentityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    KnownIdentities find(Collection<Sender> senders) {
        var wanted = senders.stream().flatMap(sender -> Identity.of(sender).stream()).toList();
        var found = new HashMap<Identity, UUID>();
        jdbc.sql(
                        """
                        select i.kind, i.value, i.contact_id
                        from unnest(:kinds::text[], :values::text[]) as wanted (kind, value)
                            join contact.identity i on i.kind = wanted.kind and i.value = wanted.value
                        """)
                .param("kinds", column(wanted, Identity::word))
                .param("values", column(wanted, Identity::value))
                .query(row -> {
                    found.put(
                            new Identity(kind(row.getString("kind")), row.getString("value")),
                            uuid(row, "contact_id"));
                });
        return new KnownIdentities(found);
    }

    private static Identity.Kind kind(String word) {
        return word.equals("phone") ? Identity.Kind.PHONE : Identity.Kind.NETWORK_ID;
    }

    /**
     * Gives identities to contacts; one that has a contact keeps it. Sorted, so that none deadlock.
     */
    void link(Map<Identity, UUID> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        var rows = List.copyOf(contacts.entrySet());
        jdbc.sql(
                        """
                        insert into contact.identity (tenant_id, kind, value, contact_id)
                        select :tenant, kind, value, contact_id
                        from unnest(:kinds::text[], :values::text[], :contacts::uuid[]) as claim (kind, value, contact_id)
                        order by kind, value
                        on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("kinds", column(rows, row -> row.getKey().word()))
                .param("values", column(rows, row -> row.getKey().value()))
                .param("contacts", column(rows, Map.Entry::getValue))
                .update();
    }

    Recipient recipient(ContactId contact) {
        var values = new HashMap<String, String>();
        jdbc.sql("select kind, value from contact.identity where contact_id = :contact")
                .param("contact", contact.value())
                .query(row -> {
                    values.put(row.getString("kind"), row.getString("value"));
                });
        return new Recipient(values.get("phone"), values.get("network-id"));
    }
}
