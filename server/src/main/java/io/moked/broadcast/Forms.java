package io.moked.broadcast;

import io.moked.channel.Content;
import io.moked.contact.Contact;
import io.moked.kernel.Invalid;
import io.moked.template.Blank;
import io.moked.template.Form;
import io.moked.template.TemplateBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The template in the languages there are of it, filled for one contact after the other. */
final class Forms {

    private final Form usual;
    private final Map<String, Form> byLanguage;
    private final Map<String, Slot> slots;

    private Forms(Form usual, Map<String, Form> byLanguage, Map<String, Slot> slots) {
        this.usual = usual;
        this.byLanguage = byLanguage;
        this.slots = slots;
    }

    /** What somebody would be sent. */
    sealed interface Filled {

        record Ready(Content.Template content) implements Filled {}

        record Unfit(Skip why) implements Filled {}
    }

    /** Refuses a template that is of another account, or that Meta does not take. */
    static Forms of(TemplateBook templates, Plan plan) {
        var usual = templates.form(plan.channel(), plan.template());
        var byLanguage = new HashMap<String, Form>();
        if (plan.byLanguage()) {
            templates.forms(plan.channel(), usual.template()).stream()
                    .filter(it -> isAlike(it, usual))
                    .forEach(it -> byLanguage.put(plain(it), it));
            byLanguage.put(plain(usual), usual);
        }
        return new Forms(usual, byLanguage, plan.slots());
    }

    /** Whether it takes the same values. */
    private static boolean isAlike(Form one, Form other) {
        return keys(one).equals(keys(other));
    }

    private static List<String> keys(Form form) {
        return form.template().blanks().stream().map(Blank::key).toList();
    }

    /** Of {@code en_US}, as contacts' languages are told: {@code en}. */
    private static String plain(Form form) {
        return form.template().language().split("[_-]")[0];
    }

    Form usual() {
        return usual;
    }

    List<String> languages() {
        return byLanguage.isEmpty()
                ? List.of(usual.template().language())
                : byLanguage.values().stream()
                        .map(it -> it.template().language())
                        .sorted()
                        .toList();
    }

    /** From which messages are made. */
    Set<UUID> templates() {
        return Stream.concat(Stream.of(usual), byLanguage.values().stream())
                .map(it -> it.template().id())
                .collect(Collectors.toSet());
    }

    /** Of the template that somebody would be sent, in Meta's word, as it is now. */
    String categoryFor(@Nullable String language) {
        return formFor(language).template().category();
    }

    private Form formFor(@Nullable String language) {
        return language == null ? usual : byLanguage.getOrDefault(language, usual);
    }

    Filled filledFor(Contact contact) {
        var values = new HashMap<String, String>();
        for (var slot : slots.entrySet()) {
            var value = slot.getValue().of(contact);
            if (value.isEmpty()) {
                return new Filled.Unfit(Skip.VALUE_MISSING);
            }
            values.put(slot.getKey(), value);
        }
        try {
            return new Filled.Ready(formFor(contact.language()).filled(values));
        } catch (Invalid unfit) {
            return new Filled.Unfit(Skip.VALUE_UNFIT);
        }
    }
}
