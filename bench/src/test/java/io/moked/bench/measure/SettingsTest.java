package io.moked.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void measuresTheUsualUnlessToldOtherwise() {
        var settings = Settings.of();

        assertThat(settings.names()).isEqualTo(Settings.USUAL);
        assertThat(settings.rounds()).isEqualTo(30);
        assertThat(settings.seed()).isPositive();
    }

    @Test
    void takesNamesAndOptions() {
        assertThat(Settings.of("burst", "--pairs", "7", "crash", "--seed", "8", "--product", "a/b"))
                .isEqualTo(
                        new Settings(
                                List.of("burst", "crash"),
                                7,
                                10,
                                32,
                                30,
                                8,
                                10_000_000,
                                1_000_000,
                                10_000,
                                100_000,
                                "",
                                "a/b"));
    }

    /** What the launcher does not list it does not let through. */
    @Test
    void theLauncherKnowsTheSameWords() throws IOException {
        assertThat(words(page("page_of_bench"))).containsAll(words(Settings.USAGE));
    }

    private static Set<String> words(String page) {
        return Pattern.compile("^ {2,}(--)?[a-z]+\\b|(?<= )--[a-z]+", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(it -> it.group().strip())
                .collect(Collectors.toSet());
    }

    private static String page(String name) throws IOException {
        var pages = Files.readString(Path.of("../.build/help.sh"));
        int start = pages.indexOf(name + "()");
        return pages.substring(start, pages.indexOf("\nPAGE\n", start));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (var wrong : List.of("speed", "--pairs", "--pears")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of("--seconds", "0"));
    }
}
