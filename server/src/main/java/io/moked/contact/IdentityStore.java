package io.moked.contact;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.instantOrNull;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.channel.Recipient;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    Map<Identity, Held> find(Collection<Identity> wanted) {
        return held(
                jdbc.sql(
                                """
                                select i.kind, i.value, i.contact_id, i.since, coalesce(i.seen_at, i.since) as seen_at,
                                    i.until, i.replaced_by, i.channels
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
                                select kind, value, contact_id, since, coalesce(seen_at, since) as seen_at, until,
                                    replaced_by, channels
                                from contact.identity where contact_id = any(:contacts::uuid[])
                                """)
                        .param("contacts", column(contacts)));
    }

    private static Map<Identity, Held> held(JdbcClient.StatementSpec statement) {
        var held = new HashMap<Identity, Held>();
        statement.query(row -> {
            held.put(
                    new Identity(Identity.Kind.of(row.getString("kind")), row.getString("value")),
                    new Held(
                            uuid(row, "contact_id"),
                            instant(row, "since"),
                            instant(row, "seen_at"),
                            instantOrNull(row, "until"),
                            row.getString("replaced_by"),
                            Set.of((UUID[]) row.getArray("channels").getArray())));
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
                        insert into contact.identity (tenant_id, kind, value, contact_id, since, seen_at, channels)
                        select :tenant, kind, value, contact_id, since, since, array_remove(array[channel], null)
                        from unnest(:kinds::text[], :values::text[], :contacts::uuid[], :times::timestamptz[],
                                :channels::uuid[])
                            as given (kind, value, contact_id, since, channel)
                        """)
                .param("tenant", TenantScope.current().value())
                .param("kinds", column(rows, row -> row.getKey().kind().word()))
                .param("values", column(rows, row -> row.getKey().value()))
                .param("contacts", column(rows, row -> row.getValue().contact()))
                .param("times", column(rows, row -> row.getValue().since()))
                .param(
                        "channels",
                        column(
                                rows,
                                row -> row.getValue().channels().stream().findAny().orElse(null)))
                .update();
    }

    /** Some are used no more, or again. */
    void turn(Map<Identity, Held> identities) {
        if (identities.isEmpty()) {
            return;
        }
        var rows = List.copyOf(identities.entrySet());
        jdbc.sql(
                        """
                        update contact.identity i set since = t.since, until = t.until, replaced_by = t.replaced_by
                        from unnest(:kinds::text[], :values::text[], :times::timestamptz[], :ends::timestamptz[],
                                :nexts::text[])
                            as t (kind, value, since, until, replaced_by)
                        where i.kind = t.kind and i.value = t.value
                        """)
                .param("kinds", column(rows, row -> row.getKey().kind().word()))
                .param("values", column(rows, row -> row.getKey().value()))
                .param("times", column(rows, row -> row.getValue().since()))
                .param("ends", column(rows, row -> row.getValue().until()))
                .param("nexts", column(rows, row -> row.getValue().replacedBy()))
                .update();
    }

    void see(List<Sight> sights) {
        if (sights.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        with told as (
                            select kind, value, max(at) as at, array_agg(distinct channel_id) as channels
                            from unnest(:kinds::text[], :values::text[], :channels::uuid[], :times::timestamptz[])
                                as t (kind, value, channel_id, at)
                            group by kind, value
                        ), held as (
                            select i.kind, i.value, told.at, told.channels
                            from contact.identity i join told on told.kind = i.kind and told.value = i.value
                            order by i.kind, i.value for update of i
                        )
                        update contact.identity i
                        set seen_at = greatest(coalesce(i.seen_at, i.since), held.at),
                            channels = array(select distinct unnest(i.channels || held.channels))
                        from held where i.kind = held.kind and i.value = held.value
                        """)
                .param("kinds", column(sights, it -> it.identity().kind().word()))
                .param("values", column(sights, it -> it.identity().value()))
                .param("channels", column(sights, Sight::channel))
                .param("times", column(sights, Sight::at))
                .update();
    }

    /**
     * Of each kind the one that is in use, wrote to this channel, and is the newest: an id is known
     * to the numbers of one portfolio only.
     */
    Recipient recipient(ContactId contact, ChannelId channel) {
        var values = new HashMap<String, String>();
        jdbc.sql(
                        """
                        select kind, value from contact.identity where contact_id = :contact
                        order by until is null, :channel = any(channels), since
                        """)
                .param("contact", contact.value())
                .param("channel", channel.value())
                .query(row -> {
                    values.put(row.getString("kind"), row.getString("value"));
                });
        return new Recipient(
                values.get(Identity.Kind.PHONE.word()),
                values.get(Identity.Kind.NETWORK_ID.word()));
    }
}
