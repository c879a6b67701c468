package io.moked.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message refers to.
 *
 * @param quotes the network's id of the message it answers
 * @param forwarded whether it was written for somebody else
 * @param product what of a catalogue it asks about
 * @param referral what led its writer here
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Context(
        @Nullable String quotes,
        @Nullable Forwarded forwarded,
        @Nullable Product product,
        @Nullable Referral referral) {

    /** {@code OFTEN} is what the network calls more than five times. */
    public enum Forwarded {
        ONCE,
        OFTEN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A product as its seller's catalogue calls it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Product(@Nullable String catalogue, String product) {}

    /**
     * An advertisement or a post with a button that opens a chat.
     *
     * @param kind the network's word for it: {@code ad} or {@code post}
     * @param click the network's id of the click, for the advertiser's books
     * @param media the address of its picture or video
     * @param welcome the words that greeted whoever tapped it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Referral(
            @Nullable String kind,
            @Nullable String id,
            @Nullable String url,
            @Nullable String headline,
            @Nullable String body,
            @Nullable String click,
            @Nullable String media,
            @Nullable String welcome) {}

    public static Context quoting(String externalId) {
        return new Context(externalId, null, null, null);
    }
}
