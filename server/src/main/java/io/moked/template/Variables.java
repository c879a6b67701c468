package io.moked.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables in the texts of templates: numbers or names in double braces. */
final class Variables {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

    private Variables() {}

    static List<String> of(String text) {
        return VARIABLE.matcher(text).results().map(it -> it.group(1)).distinct().toList();
    }

    static boolean isIn(String text) {
        return VARIABLE.matcher(text).find();
    }

    /** The same with a value for each; all of them are there. */
    static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(it ->
                        Matcher.quoteReplacement(values.getOrDefault(it.group(1), it.group())));
    }

    /** What is left without them. */
    static String without(String text) {
        return VARIABLE.matcher(text).replaceAll(" ");
    }
}
