package io.moked.conversation.web;

import io.moked.channel.DeliveryReceipt.Pricing;
import org.jspecify.annotations.Nullable;

/**
 * How WhatsApp charges for a message, in its words.
 *
 * @param type such as {@code regular} or {@code free_customer_service}
 * @param category such as {@code service} or {@code marketing}
 * @param model such as {@code PMP}
 */
record MessagePrice(
        @Nullable String type,
        @Nullable String category,
        @Nullable String model,
        @Nullable Boolean billable) {

    static @Nullable MessagePrice of(@Nullable Pricing it) {
        return it == null
                ? null
                : new MessagePrice(it.type(), it.category(), it.model(), it.billable());
    }
}
