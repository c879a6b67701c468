package io.moked.whatsapp;

import static io.moked.graph.Json.storable;
import static io.moked.graph.Json.text;
import static io.moked.graph.Json.texts;
import static java.util.stream.Collectors.joining;

import io.moked.channel.Content;
import io.moked.channel.Content.Card;
import io.moked.channel.Content.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a message without a file says (Cloud API, "Messages webhook reference"). What lacks what
 * makes it one of its kind is kept whole as unsupported: nothing is made up, and nothing is lost.
 */
final class Contents {

    private Contents() {}

    static Content of(String type, JsonNode message) {
        var of = message.path(type);
        var content =
                switch (type) {
                    case "text" -> words(of);
                    case "location" -> location(of);
                    case "contacts" -> cards(of);
                    case "button" -> choice(of, "text", "payload");
                    case "interactive" -> interactive(of);
                    case "order" -> order(of);
                    default -> null;
                };
        return content == null ? unsupported(type, message) : content;
    }

    private static @Nullable Content words(JsonNode text) {
        var body = text(text, "body");
        return body == null ? null : new Content.Text(body);
    }

    private static @Nullable Content location(JsonNode place) {
        var latitude = place.path("latitude");
        var longitude = place.path("longitude");
        return latitude.isNumber() && longitude.isNumber()
                ? new Content.Location(
                        latitude.asDouble(),
                        longitude.asDouble(),
                        text(place, "name"),
                        text(place, "address"))
                : null;
    }

    private static @Nullable Content cards(JsonNode contacts) {
        var people = new ArrayList<Card>();
        for (var contact : contacts) {
            var phones = texts(contact.path("phones"), "phone");
            var names = contact.path("name");
            var name = text(names, "formatted_name");
            people.add(
                    new Card(
                            name == null ? "" : name,
                            text(contact.path("org"), "company"),
                            phones,
                            texts(contact.path("emails"), "email"),
                            addresses(contact.path("addresses")),
                            texts(contact.path("urls"), "url"),
                            text(contact, "birthday")));
        }
        return people.isEmpty() ? null : new Content.Cards(people);
    }

    private static List<String> addresses(JsonNode addresses) {
        return addresses
                .valueStream()
                .map(it ->
                        Stream.of("street", "zip", "city", "state", "country")
                                .map(part -> text(it, part))
                                .filter(part -> part != null)
                                .collect(joining(", ")))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static @Nullable Content interactive(JsonNode of) {
        return switch (of.path("type").asString("")) {
            case "button_reply" -> choice(of.path("button_reply"), "title", "id");
            case "list_reply" -> choice(of.path("list_reply"), "title", "id");
            case "nfm_reply" ->
                    new Content.Form(
                            text(of.path("nfm_reply"), "body"),
                            text(of.path("nfm_reply"), "response_json"));
            default -> null;
        };
    }

    private static @Nullable Content choice(JsonNode of, String title, String id) {
        var chosen = text(of, title);
        return chosen == null
                ? null
                : new Content.Choice(chosen, text(of, "description"), text(of, id));
    }

    private static @Nullable Content order(JsonNode order) {
        var lines = new ArrayList<Line>();
        for (var item : order.path("product_items")) {
            var product = text(item, "product_retailer_id");
            lines.add(
                    new Line(
                            product == null ? "" : product,
                            item.path("quantity").asInt(1),
                            text(item, "item_price"),
                            text(item, "currency")));
        }
        return lines.isEmpty()
                ? null
                : new Content.Order(text(order, "text"), text(order, "catalog_id"), lines);
    }

    /**
     * Where Meta says what it does not pass on, that is what it is; what was answered by a tap is
     * what Meta calls the answer.
     */
    private static Content unsupported(String type, JsonNode message) {
        boolean isWrapped = type.equals("unsupported") || type.equals("interactive");
        var told = isWrapped ? text(message.path(type), "type") : null;
        return new Content.Unsupported(told == null ? type : told, storable(message.toString()));
    }
}
