package io.moked.contactlist;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a plan fits the list it is for. */
final class PlanCheck {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private PlanCheck() {}

    static Plan checked(Plan plan, int columns) {
        checkColumns(plan, columns);
        if (plan.country() != null && !COUNTRIES.contains(plan.country())) {
            throw new Invalid("country", "unknown-value");
        }
        var label = textOrNull(plan.label(), "label", Limit.LABEL_CHARACTERS);
        var words = textOrNull(plan.optInWords(), "optInWords", Limit.OPT_IN_CHARACTERS);
        boolean anybody = plan.optIn() != Plan.OptIn.NOBODY;
        if (anybody && words == null) {
            throw new Invalid("optInWords", "required");
        }
        boolean byColumn = plan.optIn() == Plan.OptIn.COLUMN;
        if (byColumn && plan.optInColumn() == null) {
            throw new Invalid("optInColumn", "required");
        }
        return new Plan(
                plan.headed(),
                plan.phone(),
                plan.names(),
                plan.language(),
                plan.labels(),
                plan.optIn(),
                byColumn ? plan.optInColumn() : null,
                anybody ? words : null,
                plan.country(),
                label,
                plan.renames());
    }

    private static void checkColumns(Plan plan, int columns) {
        var seen = new HashSet<Integer>();
        Stream.of(
                        Stream.of(plan.phone()),
                        plan.names().stream(),
                        Stream.ofNullable(plan.language()),
                        Stream.ofNullable(plan.labels()),
                        Stream.ofNullable(plan.optInColumn()))
                .flatMap(it -> it)
                .forEach(column -> {
                    if (column < 0 || column >= columns) {
                        throw new Invalid("columns", "out-of-range");
                    }
                    if (!seen.add(column)) {
                        throw new Invalid("columns", "named-twice");
                    }
                });
    }

    private static @Nullable String textOrNull(@Nullable String text, String field, Limit most) {
        var words = text == null ? "" : text.strip();
        if (words.length() > most.value()) {
            throw new Invalid(field, "too-long");
        }
        return words.isEmpty() ? null : words;
    }
}
