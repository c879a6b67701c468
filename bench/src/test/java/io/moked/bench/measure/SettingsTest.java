package io.moked.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
                                "",
                                "a/b"));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (var wrong : List.of("speed", "--pairs", "--pears")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of("--seconds", "0"));
    }
}
