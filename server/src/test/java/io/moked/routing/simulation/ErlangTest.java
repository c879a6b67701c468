package io.moked.routing.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yardstick is right before anything is held against it. */
class ErlangTest {

    /** 200 and 720 calls an hour of three and four minutes: examples that are printed widely. */
    @ParameterizedTest
    @CsvSource({"14, 10, 0.1741, 7.84, 180", "55, 48, 0.239, 8.2, 240"})
    void erlangCIsAsPrinted(int agents, double load, double waits, double mean, double handling) {
        var found = Erlang.c(agents, load);
        assertThat(found.waits()).isCloseTo(waits, within(0.0005));
        assertThat(found.mean() * handling).isCloseTo(mean, within(0.05));
    }

    /**
     * Garnett, Mandelbaum and Reiman, "Designing a Call Center with Impatient Customers", table 1:
     * 48 calls a minute of one minute, 50 agents, patience of two minutes.
     */
    @Test
    void erlangAIsAsPrinted() {
        var patient = Erlang.c(50, 48);
        assertThat(patient.mean() * 60).isCloseTo(20.8, within(0.05));
        var impatient = Erlang.a(50, 48, 0.5);
        assertThat(impatient.mean() * 60).isCloseTo(3.7, within(0.05));
        assertThat(impatient.givesUp()).isCloseTo(0.031, within(0.0005));
    }

    @Test
    void whereNobodyEverGivesUpBothAreOne() {
        var c = Erlang.c(7, 5.5);
        var a = Erlang.a(7, 5.5, 1e-9);
        assertThat(a.waits()).isCloseTo(c.waits(), within(1e-6));
        assertThat(a.mean()).isCloseTo(c.mean(), within(1e-6));
    }

    @Test
    void aThousandAgentsAreNoLongerThanOne() {
        assertThat(Erlang.c(1, 0.5)).isEqualTo(new Erlang(0.5, 1, 0));
        var many = Erlang.c(1_000, 980);
        assertThat(many.waits()).isBetween(0.3, 0.5);
        assertThat(Erlang.a(1_000, 1_100, 0.5).givesUp()).isCloseTo(0.0909, within(0.001));
    }
}
