package io.moked.canned;

import io.moked.canned.CannedReply.Text;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may stand in a canned reply. Places between braces are filled in where it is put in. */
final class Wording {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}._'\"׳״-]+");

    /** A place, or a brace that is none of one. */
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}|\\{\\{|}}");

    /** Something that whoever sends it is asked for. */
    private static final Pattern ASKED = Pattern.compile("ask:(?!\\s*$)[^\\[\\]\\n]{1,60}");

    private static final Set<String> KNOWN =
            Set.of(
                    "contact.name",
                    "contact.phone",
                    "agent.name",
                    "business.name",
                    "department.name");

    /** Room for a language, a script, a region and a variant (RFC 5646, 4.4.1). */
    private static final int LONGEST_LANGUAGE = 35;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Wording() {}

    /** As it is typed behind the slash. */
    static String name(String given) {
        var name = given.strip();
        if (name.length() > Limit.CANNED_REPLY_NAME_CHARACTERS.value()) {
            throw new Invalid("name", "too-long");
        }
        if (!NAME.matcher(name).matches()) {
            throw new Invalid("name", name.isEmpty() ? "missing" : "not-allowed");
        }
        return name;
    }

    /** Without those that are blank. */
    static List<Text> texts(List<Text> given, Limit most) {
        var languages = new HashSet<String>();
        var texts = new ArrayList<Text>();
        for (int n = 0; n < given.size(); n++) {
            var text = given.get(n);
            var field = "texts[" + n + "].";
            if (!isKnown(text.language()) || !languages.add(text.language())) {
                throw new Invalid(field + "language", "unknown-value");
            }
            if (!text.body().isBlank()) {
                texts.add(new Text(text.language(), body(field + "body", text.body(), most)));
            }
        }
        if (texts.size() > Limit.CANNED_REPLY_LANGUAGES.value()) {
            throw new Invalid("texts", "too-many");
        }
        return texts;
    }

    private static boolean isKnown(String tag) {
        var locale = Locale.forLanguageTag(tag);
        return tag.length() <= LONGEST_LANGUAGE
                && locale.toLanguageTag().equals(tag)
                && LANGUAGES.contains(locale.getLanguage());
    }

    private static String body(String field, String given, Limit most) {
        var body = given.strip();
        if (body.length() > most.value()) {
            throw new Invalid(field, "too-long");
        }
        PLACE.matcher(body)
                .results()
                .forEach(it -> {
                    if (it.group(1) == null) {
                        throw new Invalid(field, "lone-brace");
                    }
                    if (!KNOWN.contains(it.group(1)) && !ASKED.matcher(it.group(1)).matches()) {
                        throw new Invalid(field, "unknown-variable");
                    }
                });
        return body;
    }
}
