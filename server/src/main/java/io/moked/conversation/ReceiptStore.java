package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.time;
import static io.moked.database.SqlValues.uuid;

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

    /** The message of each receipt by its place: by our reference, else by network id. */
    Map<Integer, UUID> messagesOf(List<DeliveryReceipt> receipts) {
        var messages = new HashMap<Integer, UUID>();
        jdbc.sql(
                        """
                        with told as (
                            select * from unnest(:channels::uuid[], :externalIds::text[], :references::uuid[], :codes::text[])
                                with ordinality as t (channel_id, external_id, reference, code, n)
                        )
                        select t.n, m.id from told t join conversation.message m
                            on m.id = t.reference and m.channel_id = t.channel_id and m.direction = 'outbound'
                                and m.refused_as is distinct from t.external_id
                                and (m.status <> 'queued' or t.code is distinct from :closed)
                        union
                        select t.n, m.id from told t join conversation.message m
                            on m.channel_id = t.channel_id and m.external_id = t.external_id and m.direction = 'outbound'
                        """)
                .param("channels", column(receipts, it -> it.channel().value()))
                .param("externalIds", column(receipts, DeliveryReceipt::externalId))
                .param("references", column(receipts, DeliveryReceipt::reference))
                .param("codes", column(receipts, ReceiptStore::code))
                .param("closed", DeliveryReceipt.Failure.WINDOW_CLOSED)
                .query(row -> {
                    messages.put(row.getInt("n") - 1, uuid(row, "id"));
                });
        return messages;
    }

    /** A message that goes once more. */
    record Again(UUID message, UUID conversation, UUID channel, UUID contact) {}

    /**
     * Takes messages back that the network refused for a closed window while it is open, each once.
     */
    List<Again> takeBack(List<Receipts.Matched> refused, Instant openSince) {
        return jdbc.sql(
                        """
                        update conversation.message m
                        set status = 'queued', refused_as = t.external_id, external_id = null, failure_code = null,
                            failure_reason = null, unconfirmed_at = null
                        from unnest(:ids::uuid[], :externalIds::text[]) as t (id, external_id),
                            conversation.conversation c
                        where m.id = t.id and c.tenant_id = m.tenant_id and c.id = m.conversation_id
                            and m.refused_as is null and m.retried_by is null and m.status in ('unconfirmed', 'sent')
                            and m.author_kind not in ('phone', 'assistant')
                            and m.content ->> 'kind' <> 'template' and c.last_inbound_at > :openSince
                        returning m.id, m.conversation_id, m.channel_id, c.contact_id
                        """)
                .param("ids", column(refused, Receipts.Matched::message))
                .param("externalIds", column(refused, it -> it.receipt().externalId()))
                .param("openSince", time(openSince))
                .query((row, n) ->
                        new Again(
                                uuid(row, "id"),
                                uuid(row, "conversation_id"),
                                uuid(row, "channel_id"),
                                uuid(row, "contact_id")))
                .list();
    }

    /** Until the end nobody else names or looks for these; a few locks, as a history has many. */
    void lockNames(List<String> externalIds) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(hashtextextended(:tenant::text || bucket, 0))
                        from (select distinct hashtextextended(n, 0) & 255 from unnest(:names::text[]) n order by 1) b (bucket)
                        """)
                .param("tenant", TenantScope.current().value().toString())
                .param("names", column(externalIds))
                .query(rs -> {});
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
                .param(
                        "statuses",
                        column(
                                matched,
                                it -> it.receipt().status().name().toLowerCase(Locale.ROOT)))
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

    private static @Nullable String code(DeliveryReceipt receipt) {
        return receipt.failure() == null ? null : receipt.failure().code();
    }

    private static @Nullable String reason(DeliveryReceipt receipt) {
        return receipt.failure() == null ? null : receipt.failure().reason();
    }
}
