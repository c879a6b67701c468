package io.moked.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.rule.engine.Circumstances.Person;
import io.moked.rule.engine.Condition.Kind;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule acts; each time others and other circumstances, whose seed is told where it fails. */
class TermsTest {

    private static final List<UUID> THINGS = Stream.generate(UUID::randomUUID).limit(3).toList();
    private static final List<String> WORDS = List.of("vip", "price", "מחיר", "hello");
    private static final ZoneId ISRAEL = ZoneId.of("Asia/Jerusalem");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    private record One(int place, Terms terms) implements Terms.Bound {}

    @RepeatedTest(200)
    void theFirstActsWhoseConditionsAllHoldAndNothingBehindItCounts() {
        var circumstances = circumstances();
        var rules = IntStream.range(0, 1 + random.nextInt(6)).mapToObj(this::rule).toList();

        var first = Terms.first(rules, circumstances);

        var matching =
                rules.stream()
                        .filter(it ->
                                it.terms().conditions().stream()
                                        .allMatch(one -> one.holds(circumstances)))
                        .toList();
        assertThat(first).as("seed " + seed).isEqualTo(matching.stream().findFirst());
        first.ifPresent(it -> {
            var before = new ArrayList<>(rules.subList(0, it.place() + 1));
            before.add(rule(99));
            assertThat(Terms.first(before, circumstances)).isEqualTo(first);
        });
    }

    @RepeatedTest(200)
    void whatFailsFirstIsTheFirstThatDoesNotHold() {
        var circumstances = circumstances();
        var terms = rule(0).terms();

        var failed = terms.firstFailed(circumstances);

        assertThat(failed.isEmpty()).as("seed " + seed).isEqualTo(terms.match(circumstances));
        failed.ifPresent(place -> {
            assertThat(terms.conditions().get(place).holds(circumstances)).isFalse();
            assertThat(terms.conditions().subList(0, place))
                    .allMatch(it -> it.holds(circumstances));
        });
    }

    /** Half of the day is inside, the other half is not, whichever way midnight falls. */
    @RepeatedTest(200)
    void everyMomentIsOnOneSideOfTwoTimesOfDay() {
        var from = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        var to = LocalTime.ofSecondOfDay(random.nextInt(86_400));
        if (from.equals(to)) {
            return;
        }
        var circumstances = circumstances();
        assertThat(between(from, to).holds(circumstances))
                .as("seed " + seed)
                .isNotEqualTo(between(to, from).holds(circumstances));
    }

    @RepeatedTest(200)
    void howSomethingIsWrittenDoesNotCount() {
        var word = WORDS.get(random.nextInt(WORDS.size()));
        var written = new StringBuilder("before ");
        for (char letter : word.toCharArray()) {
            boolean isLatin = letter < 128;
            written.append(
                    isLatin && random.nextBoolean() ? Character.toUpperCase(letter) : letter);
            if (random.nextBoolean()) {
                written.append(isLatin ? '\u0301' : (char) ('\u05B0' + random.nextInt(10)));
            }
        }
        assertThat(Spelling.containsAny(written + " after", List.of(word.toUpperCase(Locale.ROOT))))
                .as(written + ", seed " + seed)
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "כַּמָּה זֶה עוֹלֶה?, כמה זה, true",
        "'how  much\nis it', how much, true",
        "Größe, GRÖSSE, false",
        "café, CAFE, true",
        "hello, help, false",
    })
    void wordsAreFoundAsPeopleMeanThem(String text, String word, boolean isThere) {
        assertThat(Spelling.containsAny(text, List.of(word))).isEqualTo(isThere);
    }

    @Test
    void nothingIsContainedInNothing() {
        assertThat(Spelling.containsAny("hello", List.of(" ", "\u05B0"))).isFalse();
    }

    private One rule(int place) {
        var conditions = Stream.generate(this::condition).limit(random.nextInt(4)).toList();
        return new One(
                place, new Terms(Trigger.OPENING, null, conditions, List.of(Action.label("done"))));
    }

    private Condition condition() {
        var word = WORDS.get(random.nextInt(WORDS.size()));
        var thing = THINGS.get(random.nextInt(THINGS.size()));
        return switch (random.nextInt(8)) {
            case 0 -> Condition.of(Kind.CHANNEL, thing);
            case 1 -> Condition.of(Kind.DEPARTMENT, thing);
            case 2 -> Condition.of(Kind.WORDS, word);
            case 3 -> Condition.of(Kind.LABEL, word, "vip");
            case 4 -> Condition.of(Kind.ACQUAINTANCE, random.nextBoolean() ? "new" : "known");
            case 5 -> Condition.of(Kind.HOURS, thing, random.nextBoolean() ? "open" : "closed");
            case 6 -> Condition.of(Kind.PRIORITY, "urgent", "normal");
            default -> between(LocalTime.of(random.nextInt(24), 0), LocalTime.of(12, 30));
        };
    }

    private static Condition between(LocalTime from, LocalTime to) {
        return new Condition(Kind.TIME_OF_DAY, List.of(), List.of(), from, to, ISRAEL);
    }

    private Circumstances circumstances() {
        var word = WORDS.get(random.nextInt(WORDS.size()));
        var person = new Person(Set.of(word), "he", null, random.nextBoolean());
        return new Circumstances(
                THINGS.get(random.nextInt(3)),
                random.nextBoolean() ? null : THINGS.get(random.nextInt(3)),
                word + " and more",
                Set.of(word),
                person,
                Priority.values()[random.nextInt(4)],
                Instant.ofEpochSecond(1_764_400_000L + random.nextInt(86_400 * 300)),
                Set.of(THINGS.get(random.nextInt(3))));
    }
}
