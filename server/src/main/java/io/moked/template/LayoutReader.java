package io.moked.template;

import static io.moked.graph.Json.text;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.Content.FileKind;
import io.moked.template.Layout.Button;
import io.moked.template.Layout.Header;
import io.moked.template.Layout.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a layout from Meta's components; what it does not know, it names and leaves alone. */
final class LayoutReader {

    /** A request for a permission to call is shown as it is, and takes no value. */
    private static final Set<String> KNOWN =
            Set.of("HEADER", "BODY", "FOOTER", "BUTTONS", "CAROUSEL", "CALL_PERMISSION_REQUEST");

    private LayoutReader() {}

    static Layout read(JsonNode components) {
        return new Layout(
                component(components, "HEADER").map(LayoutReader::header).orElse(null),
                component(components, "BODY").map(it -> words(it, "body_text")).orElse(null),
                component(components, "FOOTER").map(it -> text(it, "text")).orElse(null),
                component(components, "BUTTONS").map(LayoutReader::buttons).orElse(List.of()),
                component(components, "CAROUSEL").map(LayoutReader::cards).orElse(List.of()),
                components
                        .valueStream()
                        .map(it -> it.path("type").asString("").toUpperCase(Locale.ROOT))
                        .filter(it -> !KNOWN.contains(it))
                        .toList());
    }

    private static Optional<JsonNode> component(JsonNode components, String type) {
        return components
                .valueStream()
                .filter(it -> it.path("type").asString("").equalsIgnoreCase(type))
                .findFirst();
    }

    private static List<Layout> cards(JsonNode carousel) {
        return carousel.path("cards").valueStream().map(it -> read(it.path("components"))).toList();
    }

    private static Header header(JsonNode header) {
        var format = header.path("format").asString("TEXT").toUpperCase(Locale.ROOT);
        return switch (format) {
            case "TEXT" -> new Header.Title(words(header, "header_text"));
            case "IMAGE" -> new Header.Attachment(FileKind.IMAGE);
            case "VIDEO" -> new Header.Attachment(FileKind.VIDEO);
            case "DOCUMENT" -> new Header.Attachment(FileKind.DOCUMENT);
            case "LOCATION" -> new Header.Place();
            default -> new Header.Other(format);
        };
    }

    /** Examples stand in the order of the text, or by name; those of a body one level deeper. */
    private static Words words(JsonNode component, String field) {
        var words = requireNonNullElse(text(component, "text"), "");
        var named = component.path("example").path(field + "_named_params");
        if (!named.isEmpty()) {
            var samples = Variables.of(words).stream().map(it -> sample(named, it)).toList();
            return new Words(words, samples);
        }
        var counted = component.path("example").path(field);
        var row = counted.path(0).isArray() ? counted.path(0) : counted;
        return new Words(words, row.valueStream().map(it -> it.asString("")).toList());
    }

    private static String sample(JsonNode named, String variable) {
        return named.valueStream()
                .filter(it -> variable.equals(text(it, "param_name")))
                .map(it -> it.path("example").asString(""))
                .findFirst()
                .orElse("");
    }

    private static List<Button> buttons(JsonNode buttons) {
        return buttons.path("buttons").valueStream().map(LayoutReader::button).toList();
    }

    private static Button button(JsonNode button) {
        var label = requireNonNullElse(text(button, "text"), "");
        var type = button.path("type").asString("").toUpperCase(Locale.ROOT);
        return switch (type) {
            case "QUICK_REPLY" -> new Button.QuickReply(label);
            case "URL" -> new Button.Link(label, button.path("url").asString(""), example(button));
            case "PHONE_NUMBER" -> new Button.Call(label, button.path("phone_number").asString(""));
            case "COPY_CODE" -> new Button.Code(label, example(button));
            case "OTP" -> new Button.OneTimeCode(label);
            case "FLOW" -> new Button.OpenForm(label, text(button, "flow_id"));
            default -> new Button.Other(label, type);
        };
    }

    private static @Nullable String example(JsonNode button) {
        var example = button.path("example");
        var first = example.isArray() ? example.path(0).asString("") : example.asString("");
        return first.isEmpty() ? null : first;
    }
}
