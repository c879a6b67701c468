package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.instant;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

import io.moked.channel.ChannelId;
import io.moked.channel.DeliveryReceipt;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReceiptStore {

    private final JdbcClient jdbc;

    ReceiptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The message of each receipt by its place in the list: by our reference, else by network id.
     */
    Map<Integer, UUID> messagesOf(List<DeliveryReceipt> receipts) {
        var messages = new HashMap<Integer, UUID>();
        jdbc.sql(
                        """
                        with told as (
                            select * from unnest(:channels::uuid[], :externalIds::text[], :references::uuid[])
                                with ordinality as t (channel_id, external_id, reference, n)
                        )
                        select t.n, m.id from told t join conversation.message m
                            on m.id = t.reference and m.channel_id = t.channel_id and m.direction = 'outbound'
                        union
                        select t.n, m.id from told t join conversation.message m
                            on m.channel_id = t.channel_id and m.external_id = t.external_id and m.direction = 'outbound'
                        """)
                .param("channels", column(receipts, it -> it.channel().value()))
                .param("externalIds", column(receipts, DeliveryReceipt::externalId))
                .param("references", column(receipts, DeliveryReceipt::reference))
                .query(row -> {
                    messages.put(row.getInt("n") - 1, uuid(row, "id"));
                });
        return messages;
    }

    /** Until the end of the transaction nobody else names or looks for a message by these ids. */
    void lockNames(List<DeliveryReceipt> receipts) {
        receipts.stream()
                .map(DeliveryReceipt::externalId)
                .distinct()
                .sorted()
                .forEach(this::lockName);
    }

    void lockName(String externalId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:tenant || :externalId, 0))")
                .param("tenant", TenantScope.current().value().toString())
                .param("externalId", externalId)
                .query(rs -> {});
    }

    void park(List<DeliveryReceipt> early) {
        if (early.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into conversation.parked_receipt
                            (tenant_id, channel_id, external_id, status, failure_code, failure_reason, at)
                        select :tenant, channel_id, external_id, status::conversation.message_status, code, reason, at
                        from unnest(:channels::uuid[], :externalIds::text[], :statuses::text[], :codes::text[],
                            :reasons::text[], :times::timestamptz[])
                            as r (channel_id, external_id, status, code, reason, at)
                        on conflict do nothing
                        """)
                .param("tenant", TenantScope.current().value())
                .param("channels", column(early, it -> it.channel().value()))
                .param("externalIds", column(early, DeliveryReceipt::externalId))
                .param("statuses", column(early, it -> word(it.status())))
                .param("codes", column(early, ReceiptStore::code))
                .param("reasons", column(early, ReceiptStore::reason))
                .param("times", column(early, DeliveryReceipt::at))
                .update();
    }

    List<Receipts.Risen> raise(List<Receipts.Matched> matched) {
        if (matched.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        update conversation.message m
                        set status = t.status::conversation.message_status,
                            external_id = coalesce(m.external_id, t.external_id),
                            failure_code = t.code, failure_reason = t.reason
                        from unnest(:ids::uuid[], :externalIds::text[], :statuses::text[], :codes::text[], :reasons::text[])
                            as t (id, external_id, status, code, reason)
                        where m.id = t.id and m.status < t.status::conversation.message_status
                        returning m.id, m.conversation_id, m.status::text as status, m.failure_code
                        """)
                .param("ids", column(matched, Receipts.Matched::message))
                .param("externalIds", column(matched, it -> it.receipt().externalId()))
                .param("statuses", column(matched, it -> word(it.receipt().status())))
                .param("codes", column(matched, it -> code(it.receipt())))
                .param("reasons", column(matched, it -> reason(it.receipt())))
                .query((row, n) ->
                        new Receipts.Risen(
                                uuid(row, "id"),
                                uuid(row, "conversation_id"),
                                Message.Status.valueOf(
                                        row.getString("status").toUpperCase(Locale.ROOT)),
                                row.getString("failure_code")))
                .list();
    }

    /**
     * Moves a message that is not on its way yet, or not surely, to how its sending ended.
     *
     * @return its conversation; empty where the network's receipts have told more already
     */
    Optional<UUID> conclude(
            UUID message, Message.Status status, String code, String reason, Instant now) {
        return jdbc.sql(
                        """
                        update conversation.message
                        set status = :status::conversation.message_status,
                            failure_code = nullif(:code, ''), failure_reason = nullif(:reason, ''),
                            unconfirmed_at = case when :status = 'unconfirmed' then :now end
                        where id = :message and status < :status::conversation.message_status
                        returning conversation_id
                        """)
                .param("status", status.word())
                .param("code", code)
                .param("reason", reason)
                .param("now", time(now))
                .param("message", message)
                .query(UUID.class)
                .optional();
    }

    void name(UUID message, String externalId) {
        jdbc.sql(
                        """
                        update conversation.message set external_id = :externalId
                        where id = :id and external_id is null
                        """)
                .param("externalId", externalId)
                .param("id", message)
                .update();
    }

    List<DeliveryReceipt> unpark(UUID message, String externalId) {
        return jdbc.sql(
                        """
                        delete from conversation.parked_receipt p using conversation.message m
                        where m.id = :message and p.channel_id = m.channel_id and p.external_id = :externalId
                        returning p.channel_id, p.status::text as status, p.failure_code, p.failure_reason, p.at
                        """)
                .param("message", message)
                .param("externalId", externalId)
                .query((row, n) ->
                        new DeliveryReceipt(
                                new ChannelId(uuid(row, "channel_id")),
                                externalId,
                                message,
                                DeliveryReceipt.Status.valueOf(
                                        row.getString("status").toUpperCase(Locale.ROOT)),
                                failure(
                                        row.getString("failure_code"),
                                        row.getString("failure_reason")),
                                instant(row, "at")))
                .list();
    }

    private static DeliveryReceipt.@Nullable Failure failure(
            @Nullable String code, @Nullable String reason) {
        return code == null
                ? null
                : new DeliveryReceipt.Failure(code, reason == null ? "" : reason);
    }

    private static String word(DeliveryReceipt.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String code(DeliveryReceipt receipt) {
        return receipt.failure() == null ? null : receipt.failure().code();
    }

    private static @Nullable String reason(DeliveryReceipt receipt) {
        return receipt.failure() == null ? null : receipt.failure().reason();
    }
}
