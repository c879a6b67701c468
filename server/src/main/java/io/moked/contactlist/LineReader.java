package io.moked.contactlist;

import io.moked.contact.Listing.Listed;
import io.moked.kernel.Limit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a line by a plan, in order to tell who it is, or what is wrong with it. */
final class LineReader {

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "x", "v", "✓", "✔", "opted-in", "כן", "אמת");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0", "-", "לא", "שקר");
    private static final Pattern BETWEEN_LABELS = Pattern.compile("[,;|\\n]");
    private static final Map<String, String> LANGUAGES = languages();

    private final Plan plan;

    LineReader(Plan plan) {
        this.plan = plan;
    }

    /** What a line says. */
    sealed interface Reading {}

    record Good(Listed person) implements Reading {}

    record Bad(Problem problem) implements Reading {}

    /** Ends the reading of a line. */
    private static final class Wrong extends RuntimeException {

        private final Problem problem;

        Wrong(Problem problem) {
            super(problem.word(), null, false, false);
            this.problem = problem;
        }
    }

    Reading read(List<String> cells) {
        try {
            return new Good(
                    new Listed(
                            phone(cell(cells, plan.phone())),
                            name(cells),
                            language(cell(cells, plan.language())),
                            labels(cell(cells, plan.labels())),
                            says(cells)));
        } catch (Wrong wrong) {
            return new Bad(wrong.problem);
        }
    }

    /** Lines may be shorter than others. */
    private static String cell(List<String> cells, @Nullable Integer column) {
        return column == null || column >= cells.size() ? "" : cells.get(column).strip();
    }

    private String phone(String written) {
        if (written.isEmpty()) {
            throw new Wrong(Problem.NO_PHONE);
        }
        if (Phones.isRounded(written)) {
            throw new Wrong(Problem.ROUNDED_PHONE);
        }
        return Phones.digits(written, plan.country())
                .orElseThrow(() -> new Wrong(Problem.NOT_A_PHONE));
    }

    private @Nullable String name(List<String> cells) {
        var name =
                plan.names().stream()
                        .map(it -> cell(cells, it))
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(" "));
        if (name.length() > Limit.CONTACT_NAME_CHARACTERS.value()) {
            throw new Wrong(Problem.LONG_NAME);
        }
        return name.isEmpty() ? null : name;
    }

    private static @Nullable String language(String written) {
        if (written.isEmpty()) {
            return null;
        }
        var word = written.toLowerCase(Locale.ROOT);
        var known = LANGUAGES.get(LANGUAGES.containsKey(word) ? word : beginning(word));
        if (known == null) {
            throw new Wrong(Problem.UNKNOWN_LANGUAGE);
        }
        return known;
    }

    /** As in he-IL. */
    private static String beginning(String word) {
        return word.split("[-_]", -1)[0];
    }

    /** By their code, and by what they are called in English, in Hebrew and by themselves. */
    private static Map<String, String> languages() {
        var languages = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            Stream.of(Locale.ENGLISH, Locale.of("he"), language)
                    .map(it -> language.getDisplayLanguage(it).toLowerCase(Locale.ROOT))
                    .forEach(it -> languages.putIfAbsent(it, code));
        }
        for (var code : Locale.getISOLanguages()) {
            languages.put(code, code);
        }
        return Map.copyOf(languages);
    }

    private List<String> labels(String written) {
        var labels = new ArrayList<String>();
        if (plan.label() != null) {
            labels.add(plan.label());
        }
        BETWEEN_LABELS
                .splitAsStream(written)
                .map(String::strip)
                .filter(it -> !it.isEmpty() && !labels.contains(it))
                .forEach(labels::add);
        if (labels.stream().anyMatch(it -> it.length() > Limit.LABEL_CHARACTERS.value())) {
            throw new Wrong(Problem.LONG_LABEL);
        }
        if (labels.size() > Limit.LABELS.value()) {
            throw new Wrong(Problem.MANY_LABELS);
        }
        return List.copyOf(labels);
    }

    private boolean says(List<String> cells) {
        return switch (plan.optIn()) {
            case NOBODY -> false;
            case EVERYBODY, WITHDRAWN -> true;
            case COLUMN -> isYes(cell(cells, plan.optInColumn()).toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isYes(String word) {
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new Wrong(Problem.UNCLEAR_OPT_IN);
    }
}
