package io.moked.template;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.template.Layout.Button;
import io.moked.template.Layout.Header;
import io.moked.template.Layout.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place of a template that takes a value.
 *
 * @param key what the value is given by, such as {@code body.1}, {@code header}, {@code button.0}
 *     or {@code card.2.body.name}
 * @param label the name or number of a variable, or the words of a button
 * @param sample Meta's example of it
 */
public record Blank(
        String key, Kind kind, @Nullable String label, @Nullable String sample, boolean required) {

    /** What kind of value goes there. */
    public enum Kind {
        TEXT,
        IMAGE,
        VIDEO,
        DOCUMENT,
        LATITUDE,
        LONGITUDE,
        PLACE_NAME,
        ADDRESS,
        /** What is put at the end of an address. */
        LINK_ENDING,
        CODE,
        /**
         * What comes back when a button is tapped; the network puts its label where it is missing.
         */
        PAYLOAD,
        /** What comes back with a form. */
        FLOW_TOKEN;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static List<Blank> of(Template template) {
        var blanks = new ArrayList<Blank>();
        collect(template.layout(), "", blanks);
        var cards = template.layout().cards();
        for (int place = 0; place < cards.size(); place++) {
            collect(cards.get(place), "card." + place + ".", blanks);
        }
        return List.copyOf(blanks);
    }

    private static void collect(Layout layout, String prefix, List<Blank> blanks) {
        header(layout.header(), prefix + "header", blanks);
        if (layout.body() != null) {
            texts(layout.body(), prefix + "body", blanks);
        }
        for (int place = 0; place < layout.buttons().size(); place++) {
            var key = prefix + "button." + place;
            var button = layout.buttons().get(place);
            switch (button) {
                case Button.Link(var label, var url, var sample) when Variables.isIn(url) ->
                        blanks.add(new Blank(key, Kind.LINK_ENDING, label, sample, true));
                case Button.Code(var label, var sample) ->
                        blanks.add(new Blank(key, Kind.CODE, label, sample, true));
                case Button.OneTimeCode(var label) ->
                        blanks.add(new Blank(key, Kind.CODE, label, null, true));
                case Button.QuickReply(var label) ->
                        blanks.add(new Blank(key, Kind.PAYLOAD, label, null, false));
                case Button.OpenForm(var label, var form) ->
                        blanks.add(new Blank(key, Kind.FLOW_TOKEN, label, null, false));
                case Button.Link _, Button.Call _, Button.Other _ -> {}
            }
        }
    }

    private static void header(@Nullable Header header, String key, List<Blank> blanks) {
        switch (header) {
            case Header.Title(var words) -> texts(words, key, blanks);
            case Header.Attachment(var kind) ->
                    blanks.add(new Blank(key, Kind.valueOf(kind.name()), null, null, true));
            case Header.Place() -> {
                blanks.add(new Blank(key + ".latitude", Kind.LATITUDE, null, null, true));
                blanks.add(new Blank(key + ".longitude", Kind.LONGITUDE, null, null, true));
                blanks.add(new Blank(key + ".name", Kind.PLACE_NAME, null, null, false));
                blanks.add(new Blank(key + ".address", Kind.ADDRESS, null, null, false));
            }
            case Header.Other _ -> {}
            case null -> {}
        }
    }

    private static void texts(Words words, String key, List<Blank> blanks) {
        var variables = words.variables();
        for (int place = 0; place < variables.size(); place++) {
            var variable = variables.get(place);
            blanks.add(
                    new Blank(
                            key + "." + variable, Kind.TEXT, variable, words.sample(place), true));
        }
    }
}
