package io.moked.factor;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moked.kernel.Invalid;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Length and the obvious are all that counts. */
class PasswordRulesTest {

    private static final Set<String> NEAR =
            Set.of("Dana", "Cole", "dana", "bloom", "example", "moked");

    private final PasswordRules rules = new PasswordRules(new CommonWords());

    private void check(String password) {
        rules.check(password, 12, NEAR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd2026!",
                "passwordpassword",
                "Welcome-2026-!!",
                "qwertyuiop12",
                "123456789012",
                "aaaaaaaaaaaaaa",
                "abcabcabcabcabc",
                "abcdefghijklmnop",
                "1qaz2wsx3edc4rfv",
                "Dana.Cole.2026!",
                "bloom-moked-2026",
                "ilovesunshine1",
                "xyxyxyxyxyxyxy",
                "סיסמהסיסמה2026",
                "שלוםשלום123456",
                "קראטוןםפשדגכ"
            })
    void refusesWhatEverybodyTriesFirst(String password) {
        assertThatThrownBy(() -> check(password)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "moked-k7fmx9ra",
                "a long enough password",
                "quiet rivers bend twice",
                "tG7!mQ2#vB9z",
                "גשם ראשון על הגג",
                "🦔🌵🧭🪁🧦🥥🪴🎏🧿🫖🪀🧵"
            })
    void takesWhatTakesLongToGuess(String password) {
        assertThatCode(() -> check(password)).doesNotThrowAnyException();
    }
}
