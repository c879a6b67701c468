package io.moked.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.moked.channel.Content.FileKind;
import io.moked.media.MediaId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be tapped in a {@link Content.Offer}, as it is stored. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Offered.Buttons.class),
    @JsonSubTypes.Type(Offered.Rows.class),
    @JsonSubTypes.Type(Offered.Link.class),
    @JsonSubTypes.Type(Offered.AskPlace.class),
    @JsonSubTypes.Type(Offered.AskNumber.class),
    @JsonSubTypes.Type(Offered.OpenForm.class),
    @JsonSubTypes.Type(Offered.Cards.class),
    @JsonSubTypes.Type(Offered.ProductCards.class),
    @JsonSubTypes.Type(Offered.Product.class),
    @JsonSubTypes.Type(Offered.Products.class),
    @JsonSubTypes.Type(Offered.Catalogue.class)
})
public sealed interface Offered {

    /** The files that stand in it. */
    default List<MediaId> files() {
        return List.of();
    }

    /** One of these. */
    @JsonTypeName("buttons")
    record Buttons(List<Button> buttons) implements Offered {}

    /** What comes back when it is tapped has the same id and title. */
    record Button(String id, String title) {}

    /**
     * One of a longer list.
     *
     * @param label of the button that opens it
     */
    @JsonTypeName("rows")
    record Rows(String label, List<Section> sections) implements Offered {}

    /** Rows that belong together. */
    record Section(@Nullable String title, List<Row> rows) {}

    /** One line of a list. */
    record Row(String id, String title, @Nullable String description) {}

    /** A web address behind a button. */
    @JsonTypeName("link")
    record Link(String label, String url) implements Offered {}

    /** Where they are. */
    @JsonTypeName("ask-place")
    record AskPlace() implements Offered {}

    /** Their phone number, which a network may keep from us. */
    @JsonTypeName("ask-number")
    record AskNumber() implements Offered {}

    /**
     * A form of the network's, which it calls a flow.
     *
     * @param id the network's id of it, or else {@code name}, as its maker calls it
     * @param token comes back with the answers; ours of the message where nobody chose one
     * @param screen where it begins, if not where its maker says
     * @param data JSON that the first screen is given
     */
    @JsonTypeName("form")
    record OpenForm(
            @Nullable String id,
            @Nullable String name,
            String label,
            @Nullable String token,
            @Nullable String screen,
            @Nullable String data)
            implements Offered {}

    /** Cards to be pushed along, each with a link. */
    @JsonTypeName("cards")
    record Cards(List<Card> cards) implements Offered {

        @Override
        public List<MediaId> files() {
            return cards.stream().map(Card::media).toList();
        }
    }

    /** One card; {@code as} is a picture or a video. */
    record Card(FileKind as, MediaId media, @Nullable String body, Link link) {}

    /** The same with products of a catalogue. */
    @JsonTypeName("product-cards")
    record ProductCards(String catalogue, List<String> products) implements Offered {}

    /** One product of a catalogue. */
    @JsonTypeName("product")
    record Product(String catalogue, String product) implements Offered {}

    /** Several. */
    @JsonTypeName("products")
    record Products(String catalogue, List<Shelf> shelves) implements Offered {}

    /** Products that belong together. */
    record Shelf(@Nullable String title, List<String> products) {}

    /**
     * The whole catalogue that belongs to the number.
     *
     * @param thumbnail the product whose picture is shown
     */
    @JsonTypeName("catalogue")
    record Catalogue(@Nullable String thumbnail) implements Offered {}
}
