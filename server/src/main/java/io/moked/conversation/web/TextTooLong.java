package io.moked.conversation.web;

import io.moked.kernel.Limit;
import io.moked.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** More characters than one message, caption or note may have, or a part of one. */
final class TextTooLong extends Refusal {

    private TextTooLong(String field, int most) {
        super(
                Kind.INVALID,
                "text-too-long",
                Map.of(
                        "limit",
                        most,
                        "errors",
                        List.of(Map.of("field", field, "message", "too-long", "limit", most))));
    }

    /** Counted as Java and browsers do, in UTF-16; Meta does not say how it counts. */
    static String check(String field, String text, Limit most) {
        if (text.length() > most.value()) {
            throw new TextTooLong(field, most.value());
        }
        return text;
    }
}
