package io.moked.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.media.MediaId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as it is stored and told. A new kind is added here; the compiler then lists
 * every place that must know it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Content.Text.class),
    @JsonSubTypes.Type(Content.File.class),
    @JsonSubTypes.Type(Content.Location.class),
    @JsonSubTypes.Type(Content.Cards.class),
    @JsonSubTypes.Type(Content.Choice.class),
    @JsonSubTypes.Type(Content.Form.class),
    @JsonSubTypes.Type(Content.Order.class),
    @JsonSubTypes.Type(Content.Offer.class),
    @JsonSubTypes.Type(Content.Reaction.class),
    @JsonSubTypes.Type(Content.Template.class),
    @JsonSubTypes.Type(Content.Call.class),
    @JsonSubTypes.Type(Content.Revoked.class),
    @JsonSubTypes.Type(Content.Unsupported.class)
})
public sealed interface Content {

    /** The files it shows, in their order. */
    default List<MediaId> files() {
        return List.of();
    }

    /**
     * Words.
     *
     * @param preview whether the first link in them is shown with a picture; where nobody chose, it
     *     is
     */
    @JsonTypeName("text")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(String body, @Nullable Boolean preview) implements Content {

        public Text(String body) {
            this(body, null);
        }
    }

    /**
     * A picture, sound, video, document or sticker.
     *
     * @param voice recorded on the spot, not a file
     */
    @JsonTypeName("file")
    record File(FileKind as, MediaId media, @Nullable String caption, boolean voice)
            implements Content {

        @Override
        public List<MediaId> files() {
            return List.of(media);
        }
    }

    /** A place, in degrees; a live one is told once, where it was. */
    @JsonTypeName("location")
    record Location(
            double latitude, double longitude, @Nullable String name, @Nullable String address)
            implements Content {}

    /** People whose cards were passed on. */
    @JsonTypeName("cards")
    record Cards(List<Card> people) implements Content {}

    /**
     * A person as somebody's address book knows them.
     *
     * @param addresses each in one line
     * @param birthday as it was written down
     */
    record Card(
            String name,
            @Nullable String organization,
            List<String> phones,
            List<String> emails,
            List<String> addresses,
            List<String> urls,
            @Nullable String birthday) {

        /** Of those that were kept first, less was kept. */
        @SuppressWarnings("ConstantValue")
        public Card {
            addresses = addresses == null ? List.of() : addresses;
            urls = urls == null ? List.of() : urls;
        }

        public Card(
                String name,
                @Nullable String organization,
                List<String> phones,
                List<String> emails) {
            this(name, organization, phones, emails, List.of(), List.of(), null);
        }
    }

    /**
     * What was chosen of what a message offered.
     *
     * @param id what whoever offered it calls it, if they said so
     */
    @JsonTypeName("choice")
    record Choice(String title, @Nullable String description, @Nullable String id)
            implements Content {}

    /**
     * A form that was filled in.
     *
     * @param answers the form's own JSON as it came, valid or not
     */
    @JsonTypeName("form")
    record Form(@Nullable String title, @Nullable String answers) implements Content {}

    /**
     * A basket that was sent off.
     *
     * @param catalogue the network's id of what it was filled from
     */
    @JsonTypeName("order")
    record Order(@Nullable String note, @Nullable String catalogue, List<Line> lines)
            implements Content {}

    /**
     * One product of an order.
     *
     * @param price of one piece, as the network wrote it
     */
    record Line(String product, int quantity, @Nullable String price, @Nullable String currency) {}

    /**
     * Something of ours to be tapped; what comes back is a choice, a form, an order, a place or a
     * card.
     *
     * @param body the words above it; only a product needs none
     */
    @JsonTypeName("offer")
    record Offer(
            @Nullable Header header,
            @Nullable String body,
            @Nullable String footer,
            Offered offered)
            implements Content {

        @Override
        public List<MediaId> files() {
            var above = header == null || header.media() == null ? null : header.media();
            return Stream.concat(Stream.ofNullable(above), offered.files().stream()).toList();
        }
    }

    /**
     * What stands above an offer: words, or a file.
     *
     * @param as how the file is shown
     */
    record Header(@Nullable String text, @Nullable FileKind as, @Nullable MediaId media) {}

    /**
     * A sign of ours under a message of the contact's, which this message quotes, in place of our
     * last one; without one, that is taken away. What contacts do so is an {@link Afterword}.
     */
    @JsonTypeName("reaction")
    record Reaction(@Nullable String emoji) implements Content {}

    /**
     * An approved text with its variables filled, as it was when it was sent: what becomes of the
     * template later changes nothing of what somebody has read.
     *
     * @param id ours of the template, which may be gone
     * @param cards of a carousel, in their order; else none
     */
    @JsonTypeName("template")
    record Template(
            UUID id, String name, String language, TemplateFace face, List<TemplateFace> cards)
            implements Content {

        /** Whether it carries what somebody signs in with. */
        public boolean isSignInCode() {
            return face.buttons().stream().anyMatch(TemplateFace.OneTimeCode.class::isInstance);
        }

        @Override
        public List<MediaId> files() {
            return Stream.concat(Stream.of(face), cards.stream())
                    .flatMap(TemplateFace::files)
                    .toList();
        }
    }

    /**
     * A call.
     *
     * @param isTaken whether somebody answered it; null while it rings
     * @param seconds how long they spoke, if they did
     */
    @JsonTypeName("call")
    record Call(@Nullable Boolean isTaken, @Nullable Integer seconds) implements Content {

        public static final Call RINGING = new Call(null, null);
    }

    /** Taken back by whoever wrote it; what it said is told to nobody any more. */
    @JsonTypeName("revoked")
    record Revoked() implements Content {}

    /**
     * A kind that cannot be shown yet, kept whole so that it can be shown once it is known.
     *
     * @param type the network's word for it
     * @param original the network's JSON of the message
     */
    @JsonTypeName("unsupported")
    record Unsupported(String type, String original) implements Content {}

    /** How a file is meant to be shown. */
    enum FileKind {
        IMAGE,
        AUDIO,
        VIDEO,
        DOCUMENT,
        STICKER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
