package io.moked.whatsapp;

import static io.moked.graph.Json.text;

import io.moked.channel.Context;
import io.moked.channel.Context.Forwarded;
import io.moked.channel.Context.Product;
import io.moked.channel.Context.Referral;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a message refers to (Cloud API, "Messages webhook reference": context and referral). */
final class Contexts {

    private Contexts() {}

    static @Nullable Context of(JsonNode message) {
        var context = message.path("context");
        var quotes = text(context, "id");
        var forwarded = forwarded(context);
        var product = product(context.path("referred_product"));
        var referral = referral(message.path("referral"));
        return quotes == null && forwarded == null && product == null && referral == null
                ? null
                : new Context(quotes, forwarded, product, referral);
    }

    private static @Nullable Forwarded forwarded(JsonNode context) {
        if (context.path("frequently_forwarded").asBoolean(false)) {
            return Forwarded.OFTEN;
        }
        return context.path("forwarded").asBoolean(false) ? Forwarded.ONCE : null;
    }

    private static @Nullable Product product(JsonNode referred) {
        var product = text(referred, "product_retailer_id");
        return product == null ? null : new Product(text(referred, "catalog_id"), product);
    }

    /** Where there is a video, its picture is only what stands for it. */
    private static @Nullable String media(JsonNode referral) {
        return Stream.of("video_url", "image_url", "thumbnail_url")
                .map(it -> text(referral, it))
                .filter(it -> it != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Referral referral(JsonNode referral) {
        return referral.isObject()
                ? new Referral(
                        text(referral, "source_type"),
                        text(referral, "source_id"),
                        text(referral, "source_url"),
                        text(referral, "headline"),
                        text(referral, "body"),
                        text(referral, "ctwa_clid"),
                        media(referral),
                        text(referral.path("welcome_message"), "text"))
                : null;
    }
}
