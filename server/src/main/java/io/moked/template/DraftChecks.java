package io.moked.template;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.template.Layout.Button;
import io.moked.template.Layout.Header;
import io.moked.template.Layout.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Meta looks at in a template, looked at before it is asked; names the field. */
final class DraftChecks {

    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2,3})?");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern AT_AN_END =
            Pattern.compile("(?s)\\s*\\{\\{\\w+}}.*|.*\\{\\{\\w+}}\\s*");
    private static final Pattern TOUCHING = Pattern.compile("(?s).*}}\\s*\\{\\{.*");
    private static final Set<String> CATEGORIES =
            Set.of(Draft.MARKETING, "UTILITY", Draft.AUTHENTICATION);

    private final Draft draft;
    private final LinkedHashMap<String, String> broken = new LinkedHashMap<>();

    private DraftChecks(Draft draft) {
        this.draft = draft;
    }

    static void check(Draft draft) {
        var checks = new DraftChecks(draft);
        checks.all();
        if (!checks.broken.isEmpty()) {
            throw new Invalid(checks.broken);
        }
    }

    private void all() {
        text("name", draft.name(), Limit.TEMPLATE_NAME_CHARACTERS);
        require(NAME.matcher(draft.name()).matches(), "name", "malformed");
        require(LANGUAGE.matcher(draft.language()).matches(), "language", "unknown-value");
        require(CATEGORIES.contains(draft.category()), "category", "unknown-value");
        if (draft.isForCodes()) {
            forCodes();
            return;
        }
        side(draft.layout(), "layout.", "", Limit.TEMPLATE_BODY_CHARACTERS);
        var cards = draft.layout().cards();
        require(cards.isEmpty() || cards.size() >= 2, "layout.cards", "too-few");
        require(cards.size() <= Limit.CARDS.value(), "layout.cards", "too-many");
        require(cards.isEmpty() || isOnlyText(draft.layout()), "layout.cards", "not-allowed");
        for (int place = 0; place < cards.size(); place++) {
            card(cards.get(place), place);
        }
    }

    /** Meta writes them itself; ours is what the button says. */
    private void forCodes() {
        var buttons = draft.layout().buttons();
        require(
                buttons.size() == 1 && buttons.getFirst() instanceof Button.OneTimeCode,
                "layout.buttons",
                "not-allowed");
        require(draft.layout().header() == null, "layout.header", "not-allowed");
        require(draft.layout().cards().isEmpty(), "layout.cards", "not-allowed");
        if (!buttons.isEmpty()) {
            label(buttons.getFirst(), "layout.buttons.0.");
        }
    }

    private static boolean isOnlyText(Layout side) {
        return side.header() == null && side.footer() == null && side.buttons().isEmpty();
    }

    /** All cards are built alike (Cloud API, "Media card carousel templates"). */
    private void card(Layout card, int place) {
        var field = "layout.cards." + place + ".";
        side(card, field, "card." + place + ".", Limit.CARD_CHARACTERS);
        boolean isPicture =
                card.header() instanceof Header.Attachment(var kind)
                        && !kind.word().equals("document");
        require(isPicture, field + "header", "missing");
        require(card.footer() == null, field + "footer", "not-allowed");
        require(!card.buttons().isEmpty(), field + "buttons", "missing");
        require(card.buttons().size() <= Limit.CARD_BUTTONS.value(), field + "buttons", "too-many");
        require(
                kinds(card).equals(kinds(draft.layout().cards().getFirst())),
                "layout.cards." + place,
                "unlike");
    }

    private static List<Object> kinds(Layout card) {
        var buttons = card.buttons().stream().map(it -> (Object) it.getClass()).toList();
        return List.of(card.header() == null ? "" : card.header(), buttons);
    }

    private void side(Layout side, String field, String key, Limit most) {
        switch (side.header()) {
            case Header.Title(var words) -> {
                words(words, field + "title", Limit.TEMPLATE_HEADER_CHARACTERS);
                require(words.variables().size() <= 1, field + "title", "too-many");
                samples(words, key + "header");
            }
            case Header.Attachment _ -> sample(key + "header");
            case Header.Place() -> {}
            case Header.Other _ -> require(false, field + "header", "unknown-value");
            case null -> {}
        }
        require(side.body() != null, field + "body", "missing");
        if (side.body() != null) {
            words(side.body(), field + "body", most);
            body(side.body(), field + "body");
            samples(side.body(), key + "body");
        }
        if (side.footer() != null) {
            text(field + "footer", side.footer(), Limit.TEMPLATE_FOOTER_CHARACTERS);
            require(!Variables.isIn(side.footer()), field + "footer", "no-variables");
        }
        buttons(side.buttons(), field + "buttons", key + "button.");
    }

    private void words(Words words, String field, Limit most) {
        text(field, words.text(), most);
        var variables = words.variables();
        for (int place = 0; place < variables.size(); place++) {
            require(
                    draft.isNamed()
                            ? VARIABLE.matcher(variables.get(place)).matches()
                            : variables.contains(Integer.toString(place + 1)),
                    field,
                    "variables-malformed");
        }
    }

    private void samples(Words words, String key) {
        words.variables().forEach(it -> sample(key + "." + it));
    }

    /** Meta declines these by its codes 2388299 and 2388293. */
    private void body(Words body, String field) {
        var text = body.text();
        require(!AT_AN_END.matcher(text).matches(), field, "variable-at-an-end");
        require(!TOUCHING.matcher(text).matches(), field, "variables-touch");
        int variables = body.variables().size();
        int words = Variables.without(text).strip().split("\\s+").length;
        require(variables == 0 || words >= 2 * variables + 1, field, "too-many-variables");
    }

    private void buttons(List<Button> buttons, String field, String key) {
        require(buttons.size() <= Limit.TEMPLATE_BUTTONS.value(), field, "too-many");
        atMost(buttons, Button.Link.class, Limit.TEMPLATE_LINKS.value(), field);
        atMost(buttons, Button.Call.class, 1, field);
        atMost(buttons, Button.Code.class, 1, field);
        int turns = 0;
        for (int place = 0; place < buttons.size(); place++) {
            var button = buttons.get(place);
            button(button, field + "." + place + ".", key + place);
            boolean isTurn = place > 0 && isReply(button) != isReply(buttons.get(place - 1));
            turns += isTurn ? 1 : 0;
        }
        require(turns <= 1, field, "replies-apart");
    }

    private static boolean isReply(Button button) {
        return button instanceof Button.QuickReply;
    }

    private void atMost(
            List<Button> buttons, Class<? extends Button> kind, int most, String field) {
        require(buttons.stream().filter(kind::isInstance).count() <= most, field, "too-many");
    }

    private void button(Button button, String field, String key) {
        switch (button) {
            case Button.Link(var label, var url, var sample) -> {
                text(field + "opens", url, Limit.TEMPLATE_URL_CHARACTERS);
                require(url.matches("https?://[^\\s/{].*"), field + "opens", "malformed");
                if (Variables.isIn(url)) {
                    require(url.matches("[^{]*\\{\\{\\w+}}"), field + "opens", "variable-inside");
                    sample(key);
                }
            }
            case Button.Call(var label, var phone) ->
                    require(phone.matches("\\+?[\\d ()-]{5,20}"), field + "opens", "malformed");
            case Button.Code(var label, var sample) -> sample(key);
            case Button.OpenForm(var label, var form) ->
                    require(form != null && form.matches("\\d+"), field + "opens", "malformed");
            case Button.QuickReply _ -> {}
            case Button.OneTimeCode _, Button.Other _ ->
                    require(false, field + "type", "unknown-value");
        }
        label(button, field);
    }

    /** The words of a button that copies a code are Meta's. */
    private void label(Button button, String field) {
        if (!(button instanceof Button.Code)) {
            text(field + "label", button.label(), Limit.TEMPLATE_BUTTON_CHARACTERS);
            require(!Variables.isIn(button.label()), field + "label", "no-variables");
        }
    }

    private void sample(String key) {
        var sample = draft.samples().get(key);
        require(sample != null && !sample.isBlank(), "samples." + key, "missing");
    }

    private void text(String field, @Nullable String text, Limit most) {
        require(text != null && !text.isBlank(), field, "missing");
        require(text == null || text.length() <= most.value(), field, "too-long");
    }

    /** Of several rules that a field breaks, the first is told. */
    private void require(boolean holds, String field, String rule) {
        if (!holds) {
            broken.putIfAbsent(field, rule);
        }
    }
}
