package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The limits of a row of cards. */
final class CarouselChecks {

    private static final List<String> HEADERS = List.of("image", "video");
    private static final int MOST_BREAKS = 2;

    private CarouselChecks() {}

    static void check(JsonNode interactive) {
        if (interactive.has("header") || interactive.has("footer")) {
            throw GraphError.invalid("A carousel has neither header nor footer.");
        }
        JsonNode cards = interactive.path("action").path("cards");
        Limit.count("cards", cards.size(), 2, 10);
        long shapes = cards.valueStream().map(CarouselChecks::shape).distinct().count();
        if (shapes > 1) {
            throw GraphError.invalid("All cards must have the same type and header type.");
        }
        for (int i = 0; i < cards.size(); i++) {
            card(cards.path(i), i);
        }
    }

    private static String shape(JsonNode card) {
        return Json.text(card, "type") + "/" + Json.text(card.path("header"), "type");
    }

    private static void card(JsonNode card, int index) {
        if (card.path("card_index").asInt(-1) != index) {
            throw GraphError.invalid("card_index must count from 0.");
        }
        if (Json.text(card, "type").equals("product")) {
            InteractiveChecks.product(card.path("action"));
            return;
        }
        String header = Json.text(card.path("header"), "type");
        if (!HEADERS.contains(header) || !card.path("header").has(header)) {
            throw GraphError.missing("header of the card");
        }
        String body = Json.text(card.path("body"), "text");
        Limit.length("Card body text", body, 160);
        if (body.chars().filter(letter -> letter == '\n').count() > MOST_BREAKS) {
            throw GraphError.invalid("The body of a card has at most two line breaks.");
        }
        button(card);
    }

    private static void button(JsonNode card) {
        JsonNode action = card.path("action");
        if (Json.text(card, "type").equals("cta_url")) {
            InteractiveChecks.link(action.path("parameters"));
        } else if (action.path("buttons").isEmpty()) {
            throw GraphError.missing("action of the card");
        } else {
            action.path("buttons")
                    .forEach(one ->
                            Limit.text(
                                    "Button title",
                                    one.path("quick_reply").has("title")
                                            ? one.path("quick_reply")
                                            : one.path("reply"),
                                    "title",
                                    20));
        }
    }
}
