package io.moked.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.channel.Context;
import io.moked.conversation.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message refers to, as the API tells it.
 *
 * @param quote the message it answers
 * @param forwarded {@code once}, or {@code often} for more than five times; absent where it was not
 * @param product what of the catalogue it asks about
 * @param referral the advertisement or post that led here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContextView(
        @Nullable Quote quote,
        @Nullable String forwarded,
        @Nullable AskedProduct product,
        @Nullable Referral referral) {

    /**
     * A message that is answered; only the first words of it, and nothing at all where it was not
     * said between this contact and us.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Quote(
            @Nullable UUID id,
            Message.Author.@Nullable Kind author,
            @Nullable String type,
            @Nullable String preview) {}

    /** A product as the seller's catalogue calls it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AskedProduct(@Nullable String catalogue, String product) {}

    /**
     * What led the contact here.
     *
     * @param kind {@code ad} or {@code post}
     * @param media the address of its picture or video, at Meta
     * @param welcome the words that greeted whoever tapped it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Referral(
            @Nullable String kind,
            @Nullable String url,
            @Nullable String headline,
            @Nullable String body,
            @Nullable String media,
            @Nullable String welcome) {}

    static @Nullable ContextView of(@Nullable Context context, @Nullable Message quoted) {
        if (context == null) {
            return null;
        }
        var forwarded = context.forwarded();
        var product = context.product();
        var referral = context.referral();
        return new ContextView(
                context.quotes() == null ? null : quote(quoted),
                forwarded == null ? null : forwarded.word(),
                product == null ? null : new AskedProduct(product.catalogue(), product.product()),
                referral == null
                        ? null
                        : new Referral(
                                referral.kind(),
                                referral.url(),
                                referral.headline(),
                                referral.body(),
                                referral.media(),
                                referral.welcome()));
    }

    private static Quote quote(@Nullable Message quoted) {
        return quoted == null
                ? new Quote(null, null, null, null)
                : new Quote(
                        quoted.id(),
                        quoted.author().kind(),
                        ContentView.type(quoted.content()),
                        ContentView.preview(quoted.content()));
    }
}
