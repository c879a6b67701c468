package io.moked.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 6238, appendix B, and of RFC 4648, 10. */
class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SEED, second / 30)).isEqualTo(code);
        assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void knowsNeighboursAndNoFurther() {
        var code = Totp.code(SEED, 100);
        assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(99 * 30))).hasValue(100);
        assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(101 * 30 + 29))).hasValue(100);
        assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(98 * 30))).isEmpty();
        assertThat(Totp.step(SEED, code, Instant.ofEpochSecond(102 * 30))).isEmpty();
    }

    @Test
    void writesSecretsAsAppsReadThem() {
        assertThat(Secrets.base32("fooba".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("MZXW6YTB");
        assertThat(Secrets.base32(SEED)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
