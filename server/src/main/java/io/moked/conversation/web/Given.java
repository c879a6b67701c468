package io.moked.conversation.web;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what somebody gave against the limits, and names the field that goes beyond. */
final class Given {

    private Given() {}

    static String text(String field, @Nullable String text, Limit most) {
        if (text == null || text.isBlank()) {
            throw new Invalid(field, "missing");
        }
        return TextTooLong.check(field, text, most);
    }

    /** Nothing but blanks is nothing. */
    static @Nullable String textOrNull(String field, @Nullable String text, Limit most) {
        return text == null || text.isBlank() ? null : TextTooLong.check(field, text, most);
    }

    static <T> T part(String field, @Nullable T part) {
        if (part == null) {
            throw new Invalid(field, "missing");
        }
        return part;
    }

    static void nothing(String field, @Nullable Object part) {
        if (part != null) {
            throw new Invalid(field, "not-allowed");
        }
    }

    static <T> List<T> all(String field, @Nullable List<T> all, int least, Limit most) {
        var given = part(field, all);
        count(field, given.size(), least, most);
        return given;
    }

    static void count(String field, int count, int least, Limit most) {
        if (count < least || count > most.value()) {
            throw new Invalid(field, "out-of-range");
        }
    }

    static void different(String field, Collection<String> all) {
        if (new HashSet<>(all).size() < all.size()) {
            throw new Invalid(field, "repeated");
        }
    }

    /** Meta opens nothing but the web. */
    static String webAddress(String field, @Nullable String url) {
        var address = text(field, url, Limit.ADDRESS_CHARACTERS).strip();
        if (!address.matches("(?i)https?://[^\\s/]\\S*")) {
            throw new Invalid(field, "unknown-value");
        }
        return address;
    }
}
