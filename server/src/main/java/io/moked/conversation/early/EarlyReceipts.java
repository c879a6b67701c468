package io.moked.conversation.early;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.uuid;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.ChannelId;
import io.moked.channel.DeliveryReceipt;
import io.moked.channel.DeliveryReceipt.Pricing;
import io.moked.tenancy.TenantScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the network has told of messages that nobody knows by its name yet. */
@Repository
public class EarlyReceipts {

    private final JdbcClient jdbc;

    EarlyReceipts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** They wait for their messages; told once more, they change nothing. */
    public void park(List<DeliveryReceipt> early) {
        if (early.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into conversation.parked_receipt
                            (tenant_id, channel_id, external_id, status, failure_code, failure_reason, at,
                            type, category, model, billable)
                        select :tenant, channel_id, external_id, status::conversation.message_status, code, reason, at,
                            type, category, model, billable
                        from unnest(:channels::uuid[], :externalIds::text[], :statuses::text[], :codes::text[],
                            :reasons::text[], :times::timestamptz[], :types::text[], :categories::text[],
                            :models::text[], :billables::boolean[])
                            as r (channel_id, external_id, status, code, reason, at, type, category, model, billable)
                        on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channels", column(early, it -> it.channel().value()))
                .param("externalIds", column(early, DeliveryReceipt::externalId))
                .param("statuses", column(early, it -> it.status().name().toLowerCase(Locale.ROOT)))
                .param("codes", column(early, EarlyReceipts::code))
                .param("reasons", column(early, EarlyReceipts::reason))
                .param("times", column(early, DeliveryReceipt::at))
                .param("types", column(early, it -> pricing(it).type()))
                .param("categories", column(early, it -> pricing(it).category()))
                .param("models", column(early, it -> pricing(it).model()))
                .param("billables", column(early, it -> pricing(it).billable()))
                .update();
    }

    /** Those of a message whose name is known from now on; they are told nobody else. */
    public List<DeliveryReceipt> take(UUID message, String externalId) {
        return jdbc.sql(
                        """
                        delete from conversation.parked_receipt p using conversation.message m
                        where m.id = :message and p.channel_id = m.channel_id and p.external_id = :externalId
                        returning p.channel_id, p.external_id, p.status::text as status, p.failure_code,
                            p.failure_reason, p.at, p.type, p.category, p.model, p.billable
                        """)
                .param("message", message)
                .param("externalId", externalId)
                .query((row, n) -> parked(row, message))
                .list();
    }

    /** Those by these names, each in a channel of its own. */
    public List<DeliveryReceipt> take(List<UUID> channels, List<String> externalIds) {
        return jdbc.sql(
                        """
                        delete from conversation.parked_receipt p
                        using unnest(:channels::uuid[], :externalIds::text[]) as n (channel_id, external_id)
                        where p.channel_id = n.channel_id and p.external_id = n.external_id
                        returning p.channel_id, p.external_id, p.status::text as status, p.failure_code,
                            p.failure_reason, p.at, p.type, p.category, p.model, p.billable
                        """)
                .param("channels", column(channels))
                .param("externalIds", column(externalIds))
                .query((row, n) -> parked(row, null))
                .list();
    }

    private static DeliveryReceipt parked(ResultSet row, @Nullable UUID message)
            throws SQLException {
        var code = row.getString("failure_code");
        var reason = requireNonNullElse(row.getString("failure_reason"), "");
        @Nullable Boolean billable = row.getObject("billable", Boolean.class);
        var pricing =
                new Pricing(
                        row.getString("type"),
                        row.getString("category"),
                        row.getString("model"),
                        billable);
        return new DeliveryReceipt(
                new ChannelId(uuid(row, "channel_id")),
                row.getString("external_id"),
                message,
                DeliveryReceipt.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                code == null ? null : new DeliveryReceipt.Failure(code, reason),
                pricing.equals(Pricing.UNTOLD) ? null : pricing,
                instant(row, "at"));
    }

    private static Pricing pricing(DeliveryReceipt receipt) {
        return requireNonNullElse(receipt.pricing(), Pricing.UNTOLD);
    }

    private static @Nullable String code(DeliveryReceipt receipt) {
        return receipt.failure() == null ? null : receipt.failure().code();
    }

    private static @Nullable String reason(DeliveryReceipt receipt) {
        return receipt.failure() == null ? null : receipt.failure().reason();
    }
}
