package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What Meta looks at before it takes a new or changed template. */
final class TemplateChecks {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3})?");
    private static final Pattern AT_AN_END =
            Pattern.compile("^\\s*\\{\\{.*|.*}}\\s*$", Pattern.DOTALL);
    private static final Pattern TOUCHING = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern BLANK = FilledTemplate.BLANK;
    private static final int WORDS_FOR_A_BLANK = 3;

    /** Meta's words for a part whose form is wrong. */
    private static final int HEADER = 2388047;

    private static final int BODY = 2388072;
    private static final int FOOTER = 2388073;
    private static final List<String> CATEGORIES =
            List.of("MARKETING", "UTILITY", "AUTHENTICATION");
    private static final List<String> MEDIA = List.of("IMAGE", "VIDEO", "DOCUMENT");

    private final Predicate<String> isHandle;

    TemplateChecks(Predicate<String> isHandle) {
        this.isHandle = isHandle;
    }

    void head(JsonNode template) {
        for (String field : List.of("name", "language", "category", "components")) {
            if (!template.hasNonNull(field)) {
                throw GraphError.plain(400, 100, "(#100) The parameter " + field + " is required.");
            }
        }
        if (!NAME.matcher(Json.text(template, "name")).matches()) {
            throw GraphError.explained(
                    100,
                    2388076,
                    "Template name is invalid",
                    "Names hold only lower-case letters, digits and underscores, at most 512.");
        }
        if (!LANGUAGE.matcher(Json.text(template, "language")).matches()) {
            throw GraphError.parameter("Param language must be one of Meta's language codes.");
        }
        category(Json.text(template, "category"));
    }

    static void category(String category) {
        if (!CATEGORIES.contains(category)) {
            throw GraphError.parameter("Param category must be one of " + CATEGORIES + ".");
        }
    }

    void components(JsonNode template) {
        boolean named = Json.text(template, "parameter_format").equalsIgnoreCase("NAMED");
        boolean authentication = Json.text(template, "category").equals("AUTHENTICATION");
        JsonNode body = FilledTemplate.component(template, "body");
        if (body.isEmpty()) {
            throw missing("BODY", "text");
        }
        if (!authentication) {
            text("BODY", body, 1024, named);
            enoughWords(Json.text(body, "text"));
        }
        text("FOOTER", FilledTemplate.component(template, "footer"), 60, named);
        header(FilledTemplate.component(template, "header"), named);
        TemplateButtons.check(FilledTemplate.component(template, "buttons").path("buttons"));
        JsonNode carousel = FilledTemplate.component(template, "carousel");
        if (!carousel.isEmpty()) {
            cards(carousel.path("cards"), named);
        }
    }

    private void cards(JsonNode cards, boolean named) {
        if (cards.size() < 2 || cards.size() > 10) {
            throw problem(2388040, "Carousels have two to ten cards.");
        }
        long shapes = cards.valueStream().map(TemplateChecks::shape).distinct().count();
        if (shapes > 1) {
            throw problem(2388072, "All cards of a carousel have the same components.");
        }
        for (JsonNode card : cards) {
            header(FilledTemplate.component(card, "header"), named);
            text("BODY", FilledTemplate.component(card, "body"), 160, named);
            TemplateButtons.check(FilledTemplate.component(card, "buttons").path("buttons"));
        }
    }

    private static String shape(JsonNode card) {
        return Json.text(FilledTemplate.component(card, "header"), "format")
                + FilledTemplate.component(card, "buttons")
                        .path("buttons")
                        .findValuesAsString("type");
    }

    private void header(JsonNode header, boolean named) {
        if (header.isEmpty()) {
            return;
        }
        String format = Json.text(header, "format");
        if (format.equals("TEXT")) {
            text("HEADER", header, 60, named);
            if (FilledTemplate.blanks(header) > 1) {
                throw problem(HEADER, "A header has at most one variable.");
            }
        } else if (MEDIA.contains(format)) {
            String handle = header.path("example").path("header_handle").path(0).asString("");
            if (handle.isEmpty()) {
                throw missing("HEADER", "example");
            }
            if (!isHandle.test(handle)) {
                throw problem(2388273, "The handle of the sample is not one of an upload.");
            }
        } else if (!format.equals("LOCATION") && !format.equals("PRODUCT")) {
            throw problem(HEADER, "A header is TEXT, IMAGE, VIDEO, DOCUMENT or LOCATION.");
        }
    }

    private static void text(String type, JsonNode component, int most, boolean named) {
        if (component.isEmpty()) {
            return;
        }
        String text = Json.text(component, "text");
        if (text.isEmpty()) {
            throw missing(type, "text");
        }
        if (text.length() > most) {
            throw problem(2388040, type + " is longer than " + most + " characters.");
        }
        blanks(type, text, named);
        long blanks = FilledTemplate.blanks(component);
        if (blanks > 0 && samples(component, type) < blanks) {
            throw missing(type, "example");
        }
    }

    private static void blanks(String type, String text, boolean named) {
        List<String> blanks =
                BLANK.matcher(text).results().map(one -> one.group(1)).distinct().toList();

        if (blanks.isEmpty()) {
            return;
        }
        if (type.equals("FOOTER")) {
            throw problem(FOOTER, "A footer has no variables.");
        }
        for (int i = 0; i < blanks.size(); i++) {
            boolean fits =
                    named
                            ? blanks.get(i).matches("[a-z][a-z0-9_]*")
                            : blanks.get(i).equals(Integer.toString(i + 1));
            if (!fits) {
                throw problem(
                        type.equals("HEADER") ? HEADER : BODY,
                        "Variables are {{1}}, {{2}} and so on, or all of them have names.");
            }
        }
        if (type.equals("BODY") && AT_AN_END.matcher(text).matches()
                || TOUCHING.matcher(text).find()) {
            throw problem(
                    2388299, "Variables can't be at the start or end of the template, or touch.");
        }
    }

    private static void enoughWords(String body) {
        long blanks = BLANK.matcher(body).results().count();
        long words = body.strip().split("\\s+").length - blanks;
        if (words < blanks * WORDS_FOR_A_BLANK - 1) {
            throw problem(
                    2388293,
                    "This template has too many variables for its length. Reduce the number of"
                            + " variables or increase the message length.");
        }
    }

    private static int samples(JsonNode component, String type) {
        JsonNode example = component.path("example");
        String field = type.toLowerCase(Locale.ROOT) + "_text";
        JsonNode named = example.path(field + "_named_params");
        JsonNode positional = example.path(field);
        return Optional.of(named)
                .filter(one -> !one.isEmpty())
                .map(JsonNode::size)
                .orElseGet(() ->
                        positional.path(0).isArray()
                                ? positional.path(0).size()
                                : positional.size());
    }

    static GraphError missing(String type, String field) {
        return problem(
                2388043,
                "component of type " + type + " is missing expected field(s) (" + field + ")");
    }

    static GraphError problem(int subcode, String message) {
        return GraphError.explained(100, subcode, "The template cannot be taken", message);
    }
}
