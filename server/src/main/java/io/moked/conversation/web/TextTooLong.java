package io.moked.conversation.web;

import io.moked.kernel.Limit;
import io.moked.kernel.Refusal;
import java.util.Map;

/** More characters than one message, caption or note may have. */
final class TextTooLong extends Refusal {

    private TextTooLong(int most) {
        super(Kind.INVALID, "text-too-long", Map.of("limit", most));
    }

    static String check(String text, Limit most) {
        if (text.length() > most.value()) {
            throw new TextTooLong(most.value());
        }
        return text;
    }
}
