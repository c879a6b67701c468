package io.moked.greeting;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a department says by itself; what is missing is not said. */
public record Texts(Map<Occasion, Map<Language, String>> byOccasion) {

    static final Texts NONE = new Texts(Map.of());

    /** A name in braces, or a brace that is none of one. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\w*)\\}|[{}]");

    /** Words in a language. */
    record Said(Language language, String body) {

        boolean has(String place) {
            return body.contains("{" + place + "}");
        }

        /** Whether it says where in the line somebody stands, or what follows from that. */
        boolean tellsPlace() {
            return has("position") || has("wait");
        }
    }

    /** In this language, or in the other where it is said in that one only. */
    @Nullable Said on(Occasion occasion, Language language) {
        var bodies = byOccasion.getOrDefault(occasion, Map.of());
        var body = bodies.get(language);
        if (body != null) {
            return new Said(language, body);
        }
        return bodies.entrySet().stream()
                .findFirst()
                .map(it -> new Said(it.getKey(), it.getValue()))
                .orElse(null);
    }

    boolean has(Occasion occasion) {
        return byOccasion.containsKey(occasion);
    }

    /** The same without what is blank, unless something of it cannot be said. */
    Texts checked() {
        var checked = new EnumMap<Occasion, Map<Language, String>>(Occasion.class);
        byOccasion.forEach((occasion, bodies) -> {
            var said = new EnumMap<Language, String>(Language.class);
            bodies.forEach((language, body) -> {
                check(occasion.word() + "." + language.word(), occasion, body);
                if (!body.isBlank()) {
                    said.put(language, body.strip());
                }
            });
            if (!said.isEmpty()) {
                checked.put(occasion, said);
            }
        });
        return new Texts(checked);
    }

    private static void check(String field, Occasion occasion, String body) {
        if (body.length() > Limit.GREETING_CHARACTERS.value()) {
            throw new Invalid(field, "too-long");
        }
        var places = PLACE.matcher(body);
        while (places.find()) {
            if (places.group(1) == null) {
                throw new Invalid(field, "lone-brace");
            }
            if (!occasion.places().contains(places.group(1))) {
                throw new Invalid(field, "unknown-placeholder");
            }
        }
    }

    /** The words with what stands in the places of them now. */
    static String filled(String body, Map<String, String> values) {
        return PLACE.matcher(body)
                .replaceAll(it ->
                        Matcher.quoteReplacement(values.getOrDefault(it.group(1), it.group())));
    }
}
