package io.moked.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void measuresEverythingUnlessToldOtherwise() {
        assertThat(Settings.of()).isEqualTo(new Settings(Settings.ALL, 5, 10, 32));
    }

    @Test
    void takesNamesAndNumbers() {
        assertThat(Settings.of("burst", "--pairs", "7", "intake", "--connections", "8"))
                .isEqualTo(new Settings(List.of("burst", "intake"), 7, 10, 8));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        for (var wrong : List.of("speed", "--pairs", "--pears")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Settings.of(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.of("--seconds", "0"));
    }
}
