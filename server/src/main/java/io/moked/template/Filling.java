package io.moked.template;

import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.TemplateFace;
import io.moked.channel.TemplateFace.Value;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.media.MediaId;
import io.moked.template.Layout.Button;
import io.moked.template.Layout.Header;
import io.moked.template.Layout.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts values into a template, and refuses, by their key, those that Meta would not take. */
final class Filling {

    /** Meta says so of the texts of parameters (error 132018). */
    private static final String UNTIDY = "(?s).*([\\n\\r\\t]| {5,}).*";

    private final Template template;
    private final Map<String, String> values;
    private final Files files;

    /** Makes sure that a file is there and goes as this kind. */
    @FunctionalInterface
    interface Files {
        void check(MediaId file, FileKind kind);
    }

    Filling(Template template, Map<String, String> values, Files files) {
        this.template = template;
        this.values = values;
        this.files = files;
    }

    Content.Template filled() {
        var known = template.blanks().stream().map(Blank::key).toList();
        values.keySet().stream()
                .filter(it -> !known.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw invalid(it, "unknown-value");
                });
        var cards = new ArrayList<TemplateFace>();
        for (int place = 0; place < template.layout().cards().size(); place++) {
            cards.add(face(template.layout().cards().get(place), "card." + place + "."));
        }
        return new Content.Template(
                template.id(),
                template.name(),
                template.language(),
                face(template.layout(), ""),
                cards);
    }

    private TemplateFace face(Layout layout, String prefix) {
        var body = layout.body();
        var buttons = new ArrayList<TemplateFace.Button>();
        for (int place = 0; place < layout.buttons().size(); place++) {
            buttons.add(button(layout.buttons().get(place), prefix + "button." + place));
        }
        return new TemplateFace(
                header(layout.header(), prefix + "header"),
                body == null ? null : words(body, prefix + "body", Limit.TEMPLATE_BODY_CHARACTERS),
                layout.footer(),
                buttons);
    }

    private TemplateFace.@Nullable Top header(@Nullable Header header, String key) {
        return switch (header) {
            case null -> null;
            case Header.Title(var words) ->
                    new TemplateFace.Title(words(words, key, Limit.TEMPLATE_HEADER_CHARACTERS));
            case Header.Attachment(var kind) -> new TemplateFace.Attached(kind, file(key, kind));
            case Header.Place() ->
                    new TemplateFace.Place(
                            new Content.Location(
                                    degrees(key + ".latitude", 90),
                                    degrees(key + ".longitude", 180),
                                    optional(key + ".name"),
                                    optional(key + ".address")));
            case Header.Other _ -> throw new Refusals.TemplateUnfillable("HEADER");
        };
    }

    private MediaId file(String key, FileKind kind) {
        MediaId file;
        try {
            file = new MediaId(UUID.fromString(required(key)));
        } catch (IllegalArgumentException noId) {
            throw invalid(key, "malformed");
        }
        files.check(file, kind);
        return file;
    }

    private double degrees(String key, int most) {
        try {
            double degrees = Double.parseDouble(required(key).strip());
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException noNumber) {
            throw invalid(key, "malformed");
        }
        throw invalid(key, "out-of-range");
    }

    private TemplateFace.Words words(Words words, String key, Limit most) {
        var filled = new ArrayList<Value>();
        var byName = new HashMap<String, String>();
        for (var variable : inOrder(words.variables())) {
            var value = tidy(key + "." + variable);
            byName.put(variable, value);
            filled.add(new Value(template.isNamed() ? variable : null, value));
        }
        var text = Variables.filled(words.text(), byName);
        if (!filled.isEmpty() && text.length() > most.value()) {
            throw invalid(key + "." + words.variables().getLast(), "too-long");
        }
        return new TemplateFace.Words(text, filled);
    }

    /** Counted variables are told in the order of their numbers, wherever they stand. */
    private List<String> inOrder(List<String> variables) {
        return template.isNamed()
                ? variables
                : variables.stream()
                        .sorted((one, other) ->
                                one.length() == other.length()
                                        ? one.compareTo(other)
                                        : one.length() - other.length())
                        .toList();
    }

    private TemplateFace.Button button(Button button, String key) {
        return switch (button) {
            case Button.QuickReply(var label) -> new TemplateFace.QuickReply(label, optional(key));
            case Button.Link(var label, var url, var sample) when Variables.isIn(url) ->
                    link(label, url, key);
            case Button.Link(var label, var url, var sample) ->
                    new TemplateFace.Link(label, url, null);
            case Button.Call(var label, var phone) -> new TemplateFace.Call(label, phone);
            case Button.Code(var label, var sample) ->
                    new TemplateFace.Code(label, within(key, Limit.COUPON_CHARACTERS));
            case Button.OneTimeCode(var label) ->
                    new TemplateFace.OneTimeCode(label, within(key, Limit.COUPON_CHARACTERS));
            case Button.OpenForm(var label, var form) ->
                    new TemplateFace.OpenForm(label, optional(key));
            case Button.Other(var label, var type) -> new TemplateFace.OtherButton(label);
        };
    }

    private TemplateFace.Link link(String label, String url, String key) {
        var ending = tidy(key).strip();
        var whole = Variables.filled(url, Map.of(Variables.of(url).getFirst(), ending));
        if (whole.length() > Limit.TEMPLATE_URL_CHARACTERS.value()) {
            throw invalid(key, "too-long");
        }
        return new TemplateFace.Link(label, whole, ending);
    }

    private String within(String key, Limit most) {
        var value = tidy(key).strip();
        if (value.length() > most.value()) {
            throw invalid(key, "too-long");
        }
        return value;
    }

    private String tidy(String key) {
        var value = required(key);
        if (value.matches(UNTIDY)) {
            throw invalid(key, "one-line");
        }
        return value;
    }

    private String required(String key) {
        var value = optional(key);
        if (value == null) {
            throw invalid(key, "missing");
        }
        return value;
    }

    private @Nullable String optional(String key) {
        var value = values.get(key);
        return value == null || value.isBlank() ? null : value;
    }

    private static Invalid invalid(String key, String rule) {
        return new Invalid("values." + key, rule);
    }
}
