package io.moked.factor;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: long, and not just made of what everybody tries first. Which kinds
 * of characters it is made of is nobody's business (NIST SP 800-63B, 3.1.1.2).
 */
@Component
public class PasswordRules {

    /** So many pieces of one's own: a letter, or a whole word if it is a common one. */
    private static final int FEWEST_PIECES = 6;

    private static final Pattern REPEATED = Pattern.compile("(.+?)\\1+", Pattern.DOTALL);

    private final CommonWords words;

    PasswordRules(CommonWords words) {
        this.words = words;
    }

    /**
     * Refuses a password that is too easy.
     *
     * @param own words that stand near: names, the address, the business
     */
    public void check(String password, int shortest, Collection<String> own) {
        if (password.getBytes(StandardCharsets.UTF_8).length > Limit.PASSWORD_BYTES.value()) {
            throw new Invalid("password", "too-long");
        }
        if (password.codePointCount(0, password.length()) < shortest) {
            throw new Invalid("password", "too-short");
        }
        if (pieces(password, own) < FEWEST_PIECES) {
            throw new Invalid("password", "too-common");
        }
    }

    private int pieces(String password, Collection<String> own) {
        var text = folded(password);
        var repeated = REPEATED.matcher(text);
        var once = repeated.matches() ? repeated.group(1) : text;
        var near = new HashSet<String>();
        own.forEach(word -> near.add(folded(word)));
        return distinctPieces(once, near).size();
    }

    private Set<String> distinctPieces(String text, Set<String> near) {
        var pieces = new HashSet<String>();
        int at = 0;
        while (at < text.length()) {
            int length = Math.max(1, words.lengthAt(text, at, near));
            var piece = text.substring(at, at + length);
            if (length > 1 || !isPunctuation(piece.charAt(0))) {
                pieces.add(piece);
            }
            at += length;
        }
        return pieces;
    }

    /** Spaces and signs between the pieces; whatever is not on a keyboard is a piece. */
    private static boolean isPunctuation(char sign) {
        return sign < 128 && !Character.isLetterOrDigit(sign);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
