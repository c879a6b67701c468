package io.moked.conversation.price;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.DeliveryReceipt;
import io.moked.channel.DeliveryReceipt.Pricing;
import io.moked.tenancy.TenantScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How the network says that it charges for messages of ours. It says so once or several times, in
 * any order (Cloud API, "Status messages webhook reference": pricing): what it said of the furthest
 * that a message has come stands.
 */
@Repository
public class Prices {

    private final JdbcClient jdbc;

    Prices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the receipts of one message, the one that counts; the message is the key. */
    public static void collect(
            Map<UUID, DeliveryReceipt> priced, UUID message, DeliveryReceipt receipt) {
        if (receipt.pricing() != null) {
            priced.merge(
                    message,
                    receipt,
                    (one, other) -> other.status().compareTo(one.status()) > 0 ? other : one);
        }
    }

    /** Told once more, it changes nothing. */
    public void keep(Map<UUID, DeliveryReceipt> priced) {
        if (priced.isEmpty()) {
            return;
        }
        var rows = List.copyOf(priced.entrySet());
        jdbc.sql(
                        """
                        insert into conversation.price
                            (tenant_id, message_id, told_as, type, category, model, billable)
                        select :tenant, message_id, told_as::conversation.message_status, type, category, model, billable
                        from unnest(:messages::uuid[], :statuses::text[], :types::text[], :categories::text[],
                            :models::text[], :billables::boolean[])
                            as t (message_id, told_as, type, category, model, billable)
                        order by message_id
                        on conflict (tenant_id, message_id) do update
                        set told_as = excluded.told_as, type = excluded.type, category = excluded.category,
                            model = excluded.model, billable = excluded.billable
                        where price.told_as < excluded.told_as
                        """)
                .param("tenant", TenantScope.current().value())
                .param("messages", column(rows, Map.Entry::getKey))
                .param(
                        "statuses",
                        column(rows, it -> it.getValue().status().name().toLowerCase(Locale.ROOT)))
                .param("types", column(rows, it -> of(it).type()))
                .param("categories", column(rows, it -> of(it).category()))
                .param("models", column(rows, it -> of(it).model()))
                .param("billables", column(rows, it -> of(it).billable()))
                .update();
    }

    private static Pricing of(Map.Entry<UUID, DeliveryReceipt> row) {
        return requireNonNullElse(row.getValue().pricing(), Pricing.UNTOLD);
    }

    /** Of these messages, as far as it was told. */
    public Map<UUID, Pricing> of(Collection<UUID> messages) {
        var found = new HashMap<UUID, Pricing>();
        jdbc.sql("select * from conversation.price where message_id = any(:ids::uuid[])")
                .param("ids", column(messages))
                .query(row -> {
                    @Nullable Boolean billable = row.getObject("billable", Boolean.class);
                    found.put(
                            uuid(row, "message_id"),
                            new Pricing(
                                    row.getString("type"),
                                    row.getString("category"),
                                    row.getString("model"),
                                    billable));
                });
        return found;
    }
}
