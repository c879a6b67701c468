package io.moked.conversation.web;

import static io.moked.conversation.web.Given.all;
import static io.moked.conversation.web.Given.different;
import static io.moked.conversation.web.Given.nothing;
import static io.moked.conversation.web.Given.part;
import static io.moked.conversation.web.Given.text;
import static io.moked.conversation.web.Given.textOrNull;
import static io.moked.conversation.web.Given.webAddress;

import io.moked.access.SignedIn;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.Content.Offer;
import io.moked.channel.Offered;
import io.moked.conversation.web.NewContent.NewHeader;
import io.moked.conversation.web.NewContent.NewOffer;
import io.moked.conversation.web.NewContent.OfferedButton;
import io.moked.conversation.web.NewContent.OfferedFlow;
import io.moked.conversation.web.NewContent.OfferedLink;
import io.moked.conversation.web.NewContent.OfferedList;
import io.moked.conversation.web.NewContent.OfferedProducts;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what can be tapped, within the limits of the Cloud API ("Interactive messages"). */
final class OfferReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String AT = "content.offer.";
    private static final NewOffer NOTHING =
            new NewOffer(null, null, null, null, null, null, null, null);

    /** These have neither anything above nor under them. */
    private static final Set<String> BARE =
            Set.of("location-request", "contact-request", "carousel");

    /** Nothing stands above these. */
    private static final Set<String> HEADLESS = Set.of("product", "catalog");

    private final NewContent wanted;
    private final NewOffer offer;
    private final FileParts files;
    private final SignedIn writer;

    private OfferReader(NewContent wanted, FileParts files, SignedIn writer) {
        this.wanted = wanted;
        this.offer = wanted.offer() == null ? NOTHING : wanted.offer();
        this.files = files;
        this.writer = writer;
    }

    static Offer read(NewContent wanted, FileParts files, SignedIn writer) {
        return new OfferReader(wanted, files, writer).read();
    }

    private Offer read() {
        var type = wanted.type();
        if (BARE.contains(type) || HEADLESS.contains(type)) {
            nothing(AT + "header", offer.header());
        }
        if (BARE.contains(type)) {
            nothing(AT + "footer", offer.footer());
        }
        var body =
                type.equals("product")
                        ? textOrNull("content.body", wanted.body(), Limit.OFFER_BODY_CHARACTERS)
                        : text("content.body", wanted.body(), Limit.OFFER_BODY_CHARACTERS);
        var header = offer.header() == null ? null : header(offer.header());
        if (type.equals("product-list")) {
            part(AT + "header", header);
        }
        var footer = textOrNull(AT + "footer", offer.footer(), Limit.OFFER_FOOTER_CHARACTERS);
        return new Offer(header, body, footer, offered(type));
    }

    private Content.Header header(NewHeader given) {
        if (given.type().equals("text")) {
            nothing(AT + "header.mediaId", given.mediaId());
            var words = text(AT + "header.text", given.text(), Limit.OFFER_HEADER_CHARACTERS);
            return new Content.Header(words, null, null);
        }
        if (offer.list() != null || wanted.type().equals("product-list")) {
            throw new Invalid(AT + "header.type", "not-allowed");
        }
        nothing(AT + "header.text", given.text());
        var at = AT + "header.";
        var kind =
                files.kind(
                        at + "type",
                        given.type(),
                        FileKind.IMAGE,
                        FileKind.VIDEO,
                        FileKind.DOCUMENT);
        return new Content.Header(
                null, kind, files.read(at + "mediaId", kind, given.mediaId(), writer));
    }

    private Offered offered(String type) {
        return switch (type) {
            case "menu" -> offer.list() == null ? buttons(offer.buttons()) : list(offer.list());
            case "link" -> link(AT + "link", offer.link());
            case "location-request" -> new Offered.AskPlace();
            case "contact-request" -> new Offered.AskNumber();
            case "flow" -> flow(part(AT + "flow", offer.flow()));
            case "carousel" -> offer.products() == null ? cards() : productCards();
            case "product" -> ProductReader.one(products());
            case "product-list" -> ProductReader.several(products());
            case "catalog" ->
                    new Offered.Catalogue(
                            offer.products() == null
                                    ? null
                                    : ProductReader.thumbnail(offer.products()));
            default -> throw new Invalid("content.type", "unknown-value");
        };
    }

    private OfferedProducts products() {
        return part(ProductReader.AT, offer.products());
    }

    private Offered.ProductCards productCards() {
        nothing(AT + "cards", offer.cards());
        return ProductReader.cards(products());
    }

    private static Offered.Buttons buttons(@Nullable List<OfferedButton> given) {
        var read = new ArrayList<Offered.Button>();
        for (var button : all(AT + "buttons", given, 1, Limit.BUTTONS)) {
            var at = AT + "buttons[" + read.size() + "].";
            var id = textOrNull(at + "id", button.id(), Limit.BUTTON_ID_CHARACTERS);
            read.add(
                    new Offered.Button(
                            id == null ? "button-" + (read.size() + 1) : id.strip(),
                            text(at + "title", button.title(), Limit.BUTTON_CHARACTERS).strip()));
        }
        different(AT + "buttons", read.stream().map(Offered.Button::title).toList());
        different(AT + "buttons", read.stream().map(Offered.Button::id).toList());
        return new Offered.Buttons(read);
    }

    private Offered.Rows list(OfferedList given) {
        nothing(AT + "buttons", offer.buttons());
        return ListReader.read(given);
    }

    private static Offered.Link link(String at, @Nullable OfferedLink given) {
        var link = part(at, given);
        return new Offered.Link(
                text(at + ".button", link.button(), Limit.BUTTON_CHARACTERS).strip(),
                webAddress(at + ".url", link.url()));
    }

    private static Offered.OpenForm flow(OfferedFlow given) {
        var at = AT + "flow.";
        var id = textOrNull(at + "flowId", given.flowId(), Limit.NAME_CHARACTERS);
        var name = textOrNull(at + "flowName", given.flowName(), Limit.NAME_CHARACTERS);
        if (id != null) {
            nothing(at + "flowName", name);
        } else {
            part(at + "flowId", name);
        }
        var screen = textOrNull(at + "screen", given.screen(), Limit.NAME_CHARACTERS);
        var values = textOrNull(at + "values", given.values(), Limit.FLOW_DATA_CHARACTERS);
        if (values != null) {
            part(at + "screen", screen);
            if (!isObject(values)) {
                throw new Invalid(at + "values", "unknown-value");
            }
        }
        return new Offered.OpenForm(
                id,
                name,
                text(at + "button", given.button(), Limit.FLOW_BUTTON_CHARACTERS).strip(),
                textOrNull(at + "token", given.token(), Limit.NAME_CHARACTERS),
                screen,
                values);
    }

    /** Meta takes no other JSON, and none that is empty. */
    private static boolean isObject(String json) {
        try {
            var tree = JSON.readTree(json);
            return tree.isObject() && !tree.isEmpty();
        } catch (JacksonException broken) {
            return false;
        }
    }

    private Offered.Cards cards() {
        var least = Limit.CARDS_AT_LEAST.value();
        var read = new ArrayList<Offered.Card>();
        for (var card : all(AT + "cards", offer.cards(), least, Limit.CARDS)) {
            var at = AT + "cards[" + read.size() + "].";
            var body = textOrNull(at + "body", card.body(), Limit.CARD_CHARACTERS);
            if (body != null && body.lines().count() > Limit.CARD_LINE_BREAKS.value() + 1) {
                throw new Invalid(at + "body", "out-of-range");
            }
            var kind = files.kind(at + "type", card.type(), FileKind.IMAGE, FileKind.VIDEO);
            if (!read.isEmpty() && read.getFirst().as() != kind) {
                throw new Invalid(at + "type", "not-allowed");
            }
            var file = files.read(at + "mediaId", kind, card.mediaId(), writer);
            read.add(new Offered.Card(kind, file, body, link(at + "link", card.link())));
        }
        return new Offered.Cards(read);
    }
}
