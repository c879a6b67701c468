package io.moked.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to measure, and how long. */
public record Settings(List<String> names, int pairs, int seconds, int connections) {

    public static final List<String> ALL = List.of("intake", "visible", "burst");

    public static final String USAGE =
            """
            Usage: ./moked bench [intake] [visible] [burst] [--pairs 5] [--seconds 10] [--connections 32]

              intake   signed webhooks as fast as they are acknowledged, against bare inserts
              visible  from a webhook at 50 a second to its event on the open stream
              burst    twenty new customers, five quick messages each: how soon, and in which order
            """;

    /** No names mean all of them. */
    public static Settings of(String... arguments) {
        var names = new ArrayList<String>();
        var numbers = new HashMap<>(Map.of("--pairs", 5, "--seconds", 10, "--connections", 32));
        for (int at = 0; at < arguments.length; at++) {
            var word = arguments[at];
            if (numbers.containsKey(word) && at + 1 < arguments.length) {
                numbers.put(word, positive(arguments[++at]));
            } else if (ALL.contains(word)) {
                names.add(word);
            } else {
                throw new IllegalArgumentException("There is no benchmark or option " + word + ".");
            }
        }
        return new Settings(
                names.isEmpty() ? ALL : List.copyOf(names),
                numbers.getOrDefault("--pairs", 0),
                numbers.getOrDefault("--seconds", 0),
                numbers.getOrDefault("--connections", 0));
    }

    private static int positive(String text) {
        if (!text.matches("[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException(text + " is not a number between 1 and 99999.");
        }
        return Integer.parseInt(text);
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }
}
