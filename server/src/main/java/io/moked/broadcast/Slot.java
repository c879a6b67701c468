package io.moked.broadcast;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.contact.Contact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is put into a variable: the same text for all, or something of each contact's.
 *
 * @param otherwise for contacts who lack it; where this is null too, they are skipped
 */
public record Slot(@Nullable String text, @Nullable Field field, @Nullable String otherwise) {

    /** What there is of a contact to be put in. */
    public enum Field {
        NAME,
        FIRST_NAME,
        PHONE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Empty where there is nothing. */
    String of(Contact contact) {
        if (field == null) {
            return orNothing(text);
        }
        var own = orNothing(own(field, contact)).strip().replaceAll("\\s+", " ");
        return own.isEmpty() ? orNothing(otherwise) : own;
    }

    /** As it would be for somebody who has it. */
    String tried() {
        return field == null ? orNothing(text) : "x";
    }

    private static @Nullable String own(Field field, Contact contact) {
        return switch (field) {
            case NAME -> contact.name();
            case FIRST_NAME -> orNothing(contact.name()).strip().split("\\s+")[0];
            case PHONE -> contact.phone() == null ? null : "+" + contact.phone();
        };
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
