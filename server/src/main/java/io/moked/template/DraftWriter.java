package io.moked.template;

import io.moked.template.Layout.Button;
import io.moked.template.Layout.Header;
import io.moked.template.Layout.Words;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a draft as Meta takes it (Cloud API, "Message templates").
 *
 * @param handles what Meta calls the files that are examples, by the keys of their samples
 */
record DraftWriter(Draft draft, Map<String, String> handles) {

    ArrayNode components() {
        var components = JsonNodeFactory.instance.arrayNode();
        if (draft.isForCodes()) {
            codes(components);
            return components;
        }
        side(components, draft.layout(), "");
        var cards = draft.layout().cards();
        if (!cards.isEmpty()) {
            var written = components.addObject().put("type", "CAROUSEL").putArray("cards");
            for (int place = 0; place < cards.size(); place++) {
                var card = written.addObject().putArray("components");
                side(card, cards.get(place), "card." + place + ".");
            }
        }
        return components;
    }

    private void codes(ArrayNode components) {
        components.addObject().put("type", "BODY").put("add_security_recommendation", true);
        components
                .addObject()
                .put("type", "BUTTONS")
                .putArray("buttons")
                .addObject()
                .put("type", "OTP")
                .put("otp_type", "COPY_CODE")
                .put("text", draft.layout().buttons().getFirst().label());
    }

    private void side(ArrayNode components, Layout side, String key) {
        header(components, side.header(), key + "header");
        if (side.body() != null) {
            var body = components.addObject().put("type", "BODY");
            words(body, side.body(), key + "body", "body_text");
        }
        if (side.footer() != null) {
            components.addObject().put("type", "FOOTER").put("text", side.footer());
        }
        if (!side.buttons().isEmpty()) {
            var buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
            for (int place = 0; place < side.buttons().size(); place++) {
                button(buttons.addObject(), side.buttons().get(place), key + "button." + place);
            }
        }
    }

    private void header(ArrayNode components, @Nullable Header header, String key) {
        switch (header) {
            case Header.Title(var words) -> {
                var written = components.addObject().put("type", "HEADER").put("format", "TEXT");
                words(written, words, key, "header_text");
            }
            case Header.Attachment(var kind) ->
                    components
                            .addObject()
                            .put("type", "HEADER")
                            .put("format", kind.name())
                            .putObject("example")
                            .putArray("header_handle")
                            .add(handles.getOrDefault(key, ""));
            case Header.Place() ->
                    components.addObject().put("type", "HEADER").put("format", "LOCATION");
            case Header.Other(var format) ->
                    components.addObject().put("type", "HEADER").put("format", format);
            case null -> {}
        }
    }

    /** Counted examples of a body are rows of a table, and there is one. */
    private void words(ObjectNode component, Words words, String key, String field) {
        component.put("text", words.text());
        var variables = words.variables();
        if (variables.isEmpty()) {
            return;
        }
        var example = component.putObject("example");
        if (draft.isNamed()) {
            var named = example.putArray(field + "_named_params");
            for (var variable : variables) {
                named.addObject()
                        .put("param_name", variable)
                        .put("example", sample(key + "." + variable));
            }
            return;
        }
        var counted = example.putArray(field);
        var row = field.startsWith("body") ? counted.addArray() : counted;
        for (int number = 1; number <= variables.size(); number++) {
            row.add(sample(key + "." + number));
        }
    }

    private void button(ObjectNode written, Button button, String key) {
        switch (button) {
            case Button.QuickReply(var label) -> named(written, "QUICK_REPLY", label);
            case Button.Link(var label, var url, var sample) -> {
                named(written, "URL", label).put("url", url);
                if (Variables.isIn(url)) {
                    var whole = Variables.of(url).getFirst();
                    written.putArray("example")
                            .add(Variables.filled(url, Map.of(whole, sample(key))));
                }
            }
            case Button.Call(var label, var phone) ->
                    named(written, "PHONE_NUMBER", label).put("phone_number", phone);
            case Button.Code(var label, var sample) ->
                    written.put("type", "COPY_CODE").put("example", sample(key));
            case Button.OpenForm(var label, var form) ->
                    named(written, "FLOW", label)
                            .put("flow_id", form)
                            .put("flow_action", "navigate");
            case Button.OneTimeCode(var label) ->
                    named(written, "OTP", label).put("otp_type", "COPY_CODE");
            case Button.Other(var label, var type) ->
                    named(written, type.toUpperCase(Locale.ROOT), label);
        }
    }

    private static ObjectNode named(ObjectNode written, String type, String label) {
        return written.put("type", type).put("text", label);
    }

    private String sample(String key) {
        return draft.samples().getOrDefault(key, "");
    }
}
