package io.moked.whatsapp;

import static io.moked.whatsapp.OutboundRequests.putIfThere;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.Offered;
import io.moked.channel.OutboundMessage;
import io.moked.media.MediaId;
import io.moked.whatsapp.OutboundRequests.Uploaded;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What can be tapped, in Meta's words (Cloud API, "Interactive messages"). */
final class InteractiveParts {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String FLOW_MESSAGE_VERSION = "3";

    private final OutboundMessage message;
    private final Map<MediaId, Uploaded> files;
    private final ObjectNode interactive = JsonNodeFactory.instance.objectNode();

    private InteractiveParts(OutboundMessage message, Map<MediaId, Uploaded> files) {
        this.message = message;
        this.files = files;
    }

    static ObjectNode of(
            OutboundMessage message, Content.Offer offer, Map<MediaId, Uploaded> files) {
        return new InteractiveParts(message, files).of(offer);
    }

    private ObjectNode of(Content.Offer offer) {
        interactive.put("type", type(offer.offered()));
        var header = offer.header();
        if (header != null) {
            if (header.as() == null) {
                interactive.putObject("header").put("type", "text").put("text", header.text());
            } else {
                interactive.set("header", file(header.as(), requireNonNull(header.media())));
            }
        }
        if (offer.body() != null) {
            interactive.putObject("body").put("text", offer.body());
        }
        if (offer.footer() != null) {
            interactive.putObject("footer").put("text", offer.footer());
        }
        act(interactive.putObject("action"), offer.offered());
        return interactive;
    }

    private static String type(Offered offered) {
        return switch (offered) {
            case Offered.Buttons _ -> "button";
            case Offered.Rows _ -> "list";
            case Offered.Link _ -> "cta_url";
            case Offered.AskPlace _ -> "location_request_message";
            case Offered.AskNumber _ -> "contact_request";
            case Offered.OpenForm _ -> "flow";
            case Offered.Cards _, Offered.ProductCards _ -> "carousel";
            case Offered.Product _ -> "product";
            case Offered.Products _ -> "product_list";
            case Offered.Catalogue _ -> "catalog_message";
        };
    }

    private void act(ObjectNode action, Offered offered) {
        switch (offered) {
            case Offered.Buttons(var buttons) -> buttons(action.putArray("buttons"), buttons);
            case Offered.Rows rows -> rows(action, rows);
            case Offered.Link link -> link(action, link);
            case Offered.AskPlace _ -> action.put("name", "send_location");
            case Offered.AskNumber _ -> action.put("name", "request_contact_info");
            case Offered.OpenForm form -> flow(action, form);
            case Offered.Cards(var cards) -> {
                var all = action.putArray("cards");
                IntStream.range(0, cards.size()).forEach(n -> card(all, n, cards.get(n)));
            }
            case Offered.ProductCards cards -> {
                var all = action.putArray("cards");
                for (var product : cards.products()) {
                    var card = all.addObject().put("card_index", all.size() - 1);
                    product(
                            card.put("type", "product").putObject("action"),
                            cards.catalogue(),
                            product);
                }
            }
            case Offered.Product(var catalogue, var product) -> product(action, catalogue, product);
            case Offered.Products products -> products(action, products);
            case Offered.Catalogue(var thumbnail) -> {
                action.put("name", "catalog_message");
                if (thumbnail != null) {
                    action.putObject("parameters").put("thumbnail_product_retailer_id", thumbnail);
                }
            }
        }
    }

    private static void buttons(ArrayNode all, List<Offered.Button> buttons) {
        buttons.forEach(it ->
                all.addObject()
                        .put("type", "reply")
                        .putObject("reply")
                        .put("id", it.id())
                        .put("title", it.title()));
    }

    private static void rows(ObjectNode action, Offered.Rows offered) {
        action.put("button", offered.label());
        var sections = action.putArray("sections");
        for (var section : offered.sections()) {
            var one = sections.addObject();
            putIfThere(one, "title", section.title());
            var rows = one.putArray("rows");
            for (var row : section.rows()) {
                var line = rows.addObject().put("id", row.id()).put("title", row.title());
                putIfThere(line, "description", row.description());
            }
        }
    }

    private static void link(ObjectNode action, Offered.Link link) {
        action.put("name", "cta_url")
                .putObject("parameters")
                .put("display_text", link.label())
                .put("url", link.url());
    }

    /** The answers name the token, so without one of somebody's choice it says which message. */
    private void flow(ObjectNode action, Offered.OpenForm form) {
        var parameters =
                action.put("name", "flow")
                        .putObject("parameters")
                        .put("flow_message_version", FLOW_MESSAGE_VERSION)
                        .put("flow_cta", form.label())
                        .put(
                                "flow_token",
                                requireNonNullElse(form.token(), message.reference().toString()));
        putIfThere(parameters, "flow_id", form.id());
        putIfThere(parameters, "flow_name", form.name());
        if (form.screen() != null) {
            var payload =
                    parameters
                            .put("flow_action", "navigate")
                            .putObject("flow_action_payload")
                            .put("screen", form.screen());
            if (form.data() != null) {
                payload.set("data", JSON.readTree(form.data()));
            }
        }
    }

    private void card(ArrayNode all, int index, Offered.Card card) {
        var one = all.addObject().put("card_index", index).put("type", "cta_url");
        one.set("header", file(card.as(), card.media()));
        if (card.body() != null) {
            one.putObject("body").put("text", card.body());
        }
        link(one.putObject("action"), card.link());
    }

    private static void product(ObjectNode action, String catalogue, String product) {
        action.put("catalog_id", catalogue).put("product_retailer_id", product);
    }

    private static void products(ObjectNode action, Offered.Products offered) {
        var sections = action.put("catalog_id", offered.catalogue()).putArray("sections");
        for (var shelf : offered.shelves()) {
            var one = sections.addObject();
            putIfThere(one, "title", shelf.title());
            var items = one.putArray("product_items");
            shelf.products().forEach(it -> items.addObject().put("product_retailer_id", it));
        }
    }

    private ObjectNode file(FileKind as, MediaId media) {
        var uploaded = requireNonNull(files.get(media));
        var header = JsonNodeFactory.instance.objectNode().put("type", as.word());
        var file = header.putObject(as.word()).put("id", uploaded.id());
        if (as == FileKind.DOCUMENT) {
            file.put("filename", uploaded.name());
        }
        return header;
    }
}
