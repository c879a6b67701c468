package io.moked.greeting;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/**
 * What a business understands of what is written to it, and after how long it says the same again.
 *
 * @param askWords whoever writes one of them and nothing else asks how long it will take
 * @param giveUpWords whoever writes one of these wants no answer any more
 * @param greetAgainHours after which somebody is greeted again, or told again that nobody is there
 * @param askAgainMinutes after which they are told again how long it will take
 */
public record Setting(
        List<String> askWords, List<String> giveUpWords, int greetAgainHours, int askAgainMinutes) {

    /** Of a business that has said nothing. */
    static final Setting USUAL = new Setting(List.of(), List.of(), 12, 5);

    public Setting {
        askWords = List.copyOf(askWords);
        giveUpWords = List.copyOf(giveUpWords);
    }

    boolean asks(String written) {
        return isOneOf(askWords, written);
    }

    boolean givesUp(String written) {
        return isOneOf(giveUpWords, written);
    }

    private static boolean isOneOf(List<String> words, String written) {
        var plain = plain(written);
        return !plain.isEmpty() && words.stream().anyMatch(it -> plain(it).equals(plain));
    }

    /** Neither capitals nor marks around a word make it another. */
    private static String plain(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("^[\\p{P}\\p{S}\\p{Z}\\s]+|[\\p{P}\\p{S}\\p{Z}\\s]+$", "");
    }

    /** The same without what is blank or repeated, unless it cannot be so. */
    Setting checked() {
        var asking = words("askWords", askWords);
        var ending = words("giveUpWords", giveUpWords);
        if (ending.stream().anyMatch(it -> isOneOf(asking, it))) {
            throw new Invalid("giveUpWords", "also-asks");
        }
        if (greetAgainHours < 1 || greetAgainHours > Limit.GREET_AGAIN_HOURS.value()) {
            throw new Invalid("greetAgainHours", "out-of-range");
        }
        if (askAgainMinutes < 1 || askAgainMinutes > Limit.ASK_AGAIN_MINUTES.value()) {
            throw new Invalid("askAgainMinutes", "out-of-range");
        }
        return new Setting(asking, ending, greetAgainHours, askAgainMinutes);
    }

    private static List<String> words(String field, List<String> wanted) {
        var words = new LinkedHashSet<String>();
        for (var word : wanted) {
            if (word.length() > Limit.SET_WORD_CHARACTERS.value()) {
                throw new Invalid(field, "too-long");
            }
            if (plain(word).isEmpty() && !word.isBlank()) {
                throw new Invalid(field, "no-letters");
            }
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        if (words.size() > Limit.SET_WORDS.value()) {
            throw new Invalid(field, "too-many");
        }
        return List.copyOf(words);
    }
}
