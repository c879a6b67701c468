package io.moked.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spreadsheet takes a value for a formula, wherever it splits them. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1", "  =1", "+1", "-1", "@a", "|a", "%a", "＝1", "\t1"})
    void whatBeginsLikeAFormulaGetsAnApostrophe(String value) {
        assertThat(Csv.row(List.of(value)).replace("\"", "")).isEqualTo("'" + value + "\r\n");
    }

    @Test
    void soDoesWhatWouldBeginACellWhereSemicolonsTabsOrLinesSplit() {
        assertThat(Csv.row(List.of("Dana; =1"))).isEqualTo("\"Dana;' =1\"\r\n");
        assertThat(Csv.row(List.of("Dana;=1;+2"))).isEqualTo("\"Dana;'=1;'+2\"\r\n");
        assertThat(Csv.row(List.of("Dana\t@a"))).isEqualTo("\"Dana\t'@a\"\r\n");
        assertThat(Csv.row(List.of("Dana;\"\"=1"))).isEqualTo("\"Dana;'\"\"\"\"=1\"\r\n");
        assertThat(Csv.row(List.of("Dana\n=1"))).isEqualTo("\"Dana\n'=1\"\r\n");
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        assertThat(Csv.row(List.of("Dana", "a, b", "c; d")))
                .isEqualTo("Dana,\"a, b\",\"c; d\"\r\n");
    }
}
