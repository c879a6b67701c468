package io.moked.template;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A template that is to be sent in to Meta.
 *
 * @param category in Meta's word
 * @param samples an example for each variable by its key, such as {@code body.1}; of a header that
 *     is a file, the id of one of ours
 */
public record Draft(
        String name, String language, String category, Layout layout, Map<String, String> samples) {

    static final String MARKETING = "MARKETING";

    /** The templates of one-time codes have Meta's own words. */
    static final String AUTHENTICATION = "AUTHENTICATION";

    boolean isForCodes() {
        return category.equals(AUTHENTICATION);
    }

    /** Variables have names as soon as one of them has. */
    boolean isNamed() {
        return texts().flatMap(it -> Variables.of(it).stream()).anyMatch(it -> !isNumber(it));
    }

    static boolean isNumber(String variable) {
        return variable.matches("\\d+");
    }

    private Stream<String> texts() {
        return Stream.concat(Stream.of(layout), layout.cards().stream())
                .flatMap(side -> texts(side).stream());
    }

    private static List<String> texts(Layout side) {
        var title = side.header() instanceof Layout.Header.Title(var words) ? words.text() : "";
        return List.of(title, side.body() == null ? "" : side.body().text());
    }
}
