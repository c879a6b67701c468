package io.moked.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.channel.Content;
import io.moked.channel.Offered;
import io.moked.conversation.web.NewContent.OfferedButton;
import io.moked.conversation.web.NewContent.OfferedFlow;
import io.moked.conversation.web.NewContent.OfferedLink;
import io.moked.conversation.web.NewContent.OfferedList;
import io.moked.conversation.web.NewContent.OfferedProducts;
import io.moked.conversation.web.NewContent.OfferedRow;
import io.moked.conversation.web.NewContent.OfferedSection;
import io.moked.conversation.web.NewContent.ProductSection;
import io.moked.media.FileView;
import io.moked.media.MediaId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a message of ours offers to be tapped, in the shape in which it was wanted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OfferView(
        @Nullable OfferHeader header,
        @Nullable String footer,
        @Nullable List<OfferedButton> buttons,
        @Nullable OfferedList list,
        @Nullable OfferedLink link,
        @Nullable OfferedFlow flow,
        @Nullable List<OfferedCard> cards,
        @Nullable OfferedProducts products) {

    /** What stands above: words, or a file. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferHeader(String type, @Nullable String text, @Nullable FileView media) {}

    /** One card of a carousel. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferedCard(String type, FileView media, @Nullable String body, OfferedLink link) {}

    static OfferView of(Content.Offer offer, Function<MediaId, FileView> files) {
        var header = offer.header() == null ? null : header(offer.header(), files);
        var bare = new OfferView(header, offer.footer(), null, null, null, null, null, null);
        return switch (offer.offered()) {
            case Offered.Buttons(var buttons) ->
                    bare.with(
                            buttons.stream()
                                    .map(it -> new OfferedButton(it.id(), it.title()))
                                    .toList());
            case Offered.Rows rows -> bare.with(list(rows));
            case Offered.Link link -> bare.with(link(link));
            case Offered.OpenForm form -> bare.with(flow(form));
            case Offered.Cards(var cards) -> bare.withCards(cards, files);
            case Offered.ProductCards(var catalogue, var products) ->
                    bare.with(products(catalogue, products));
            case Offered.Product(var catalogue, var product) ->
                    bare.with(products(catalogue, List.of(product)));
            case Offered.Products(var catalogue, var shelves) ->
                    bare.with(
                            new OfferedProducts(
                                    catalogue,
                                    shelves.stream()
                                            .map(it ->
                                                    new ProductSection(it.title(), it.products()))
                                            .toList()));
            case Offered.Catalogue(var thumbnail) when thumbnail != null ->
                    bare.with(products(null, List.of(thumbnail)));
            case Offered.Catalogue _, Offered.AskPlace _, Offered.AskNumber _ -> bare;
        };
    }

    static String type(Offered offered) {
        return switch (offered) {
            case Offered.Buttons _, Offered.Rows _ -> "menu";
            case Offered.Link _ -> "link";
            case Offered.AskPlace _ -> "location-request";
            case Offered.AskNumber _ -> "contact-request";
            case Offered.OpenForm _ -> "flow";
            case Offered.Cards _, Offered.ProductCards _ -> "carousel";
            case Offered.Product _ -> "product";
            case Offered.Products _ -> "product-list";
            case Offered.Catalogue _ -> "catalog";
        };
    }

    private static OfferHeader header(Content.Header header, Function<MediaId, FileView> files) {
        return header.as() == null || header.media() == null
                ? new OfferHeader("text", header.text(), null)
                : new OfferHeader(header.as().word(), null, files.apply(header.media()));
    }

    private static OfferedList list(Offered.Rows rows) {
        return new OfferedList(
                rows.label(),
                rows.sections().stream()
                        .map(section ->
                                new OfferedSection(
                                        section.title(),
                                        section.rows().stream()
                                                .map(it ->
                                                        new OfferedRow(
                                                                it.id(),
                                                                it.title(),
                                                                it.description()))
                                                .toList()))
                        .toList());
    }

    private static OfferedLink link(Offered.Link link) {
        return new OfferedLink(link.label(), link.url());
    }

    private static OfferedFlow flow(Offered.OpenForm it) {
        return new OfferedFlow(it.id(), it.name(), it.label(), it.token(), it.screen(), it.data());
    }

    private static OfferedProducts products(@Nullable String catalogue, List<String> products) {
        return new OfferedProducts(catalogue, List.of(new ProductSection(null, products)));
    }

    private OfferView with(List<OfferedButton> all) {
        return new OfferView(header, footer, all, null, null, null, null, null);
    }

    private OfferView with(OfferedList rows) {
        return new OfferView(header, footer, null, rows, null, null, null, null);
    }

    private OfferView with(OfferedLink one) {
        return new OfferView(header, footer, null, null, one, null, null, null);
    }

    private OfferView with(OfferedFlow form) {
        return new OfferView(header, footer, null, null, null, form, null, null);
    }

    private OfferView with(OfferedProducts some) {
        return new OfferView(header, footer, null, null, null, null, null, some);
    }

    private OfferView withCards(List<Offered.Card> all, Function<MediaId, FileView> files) {
        var shown =
                all.stream()
                        .map(it ->
                                new OfferedCard(
                                        it.as().word(),
                                        files.apply(it.media()),
                                        it.body(),
                                        link(it.link())))
                        .toList();
        return new OfferView(header, footer, null, null, null, null, shown, null);
    }
}
