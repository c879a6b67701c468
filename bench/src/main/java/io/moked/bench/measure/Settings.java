package io.moked.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to measure, how long, and on which product. */
public record Settings(
        List<String> names,
        int pairs,
        int seconds,
        int connections,
        int rounds,
        long seed,
        int messages,
        int mutations,
        int recipients,
        int decisions,
        String keep,
        String product) {

    /** What is measured when nothing is named. */
    public static final List<String> USUAL = List.of("intake", "visible", "burst");

    private static final List<String> ALL =
            List.of(
                    "start",
                    "intake",
                    "visible",
                    "burst",
                    "events",
                    "overload",
                    "lists",
                    "crash",
                    "broadcast",
                    "routing",
                    "faults",
                    "fuzz");

    public static final String USAGE =
            """
            Usage: ./moked bench [NAME...] [OPTIONS]

              start    how soon a demo and a server can be used
              intake   signed webhooks as fast as they are acknowledged, against bare inserts
              visible  from a webhook at 50 a second to its event on the open stream
              burst    twenty new customers, five quick messages each: how soon, and in which order
              events   ten thousand open consoles
              overload twice as much as can be kept; a busy business beside a quiet one
              lists    inbox and threads of a business with ten million messages
              crash    server and database killed under load; does everything promised hold?
              broadcast one template to ten thousand, the product killed in the middle: each once?
              routing  who gets which conversation: how soon, and is it true among many servers?
              faults   a full disk, a database in trouble, a Meta in trouble: the same question
              fuzz     a million webhooks that are a little wrong, signed and forged

            Without a name: intake, visible, burst.

              --pairs 5 --seconds 10 --connections 32   how often, how long, how much at once
              --messages 10000000                       what lists writes before it reads
              --mutations 1000000                       how many fuzz posts
              --recipients 10000                        of the broadcast
              --decisions 100000                        of routing, by several servers
              --keep DIRECTORY                          where lists keeps them for another run
              --rounds 30                               blows of each kind
              --seed NUMBER                             the same choices as another run
              --product DIRECTORY                       another build's server/target/app
            """;

    public static Settings of(String... arguments) {
        var names = new ArrayList<String>();
        var options =
                new HashMap<>(
                        Map.of(
                                "--pairs", "5",
                                "--seconds", "10",
                                "--connections", "32",
                                "--rounds", "30",
                                "--seed", String.valueOf(1 + System.nanoTime() % 99_999),
                                "--messages", "10000000",
                                "--mutations", "1000000",
                                "--recipients", "10000",
                                "--decisions", "100000",
                                "--keep", ""));
        options.put("--product", "");
        for (int at = 0; at < arguments.length; at++) {
            var word = arguments[at];
            if (options.containsKey(word) && at + 1 < arguments.length) {
                options.put(word, arguments[++at]);
            } else if (ALL.contains(word)) {
                names.add(word);
            } else {
                throw new IllegalArgumentException("There is no benchmark or option " + word + ".");
            }
        }
        return new Settings(
                names.isEmpty() ? USUAL : List.copyOf(names),
                positive(options, "--pairs"),
                positive(options, "--seconds"),
                positive(options, "--connections"),
                positive(options, "--rounds"),
                positive(options, "--seed"),
                positive(options, "--messages"),
                positive(options, "--mutations"),
                positive(options, "--recipients"),
                positive(options, "--decisions"),
                options.getOrDefault("--keep", ""),
                options.getOrDefault("--product", ""));
    }

    private static int positive(Map<String, String> options, String name) {
        var text = options.getOrDefault(name, "");
        if (!text.matches("[1-9]\\d{0,7}")) {
            throw new IllegalArgumentException(name + " takes a number between 1 and 99999999.");
        }
        return Integer.parseInt(text);
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }
}
