package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PressureTest {

    private final DeliveryInbox.Pressure pressure = new DeliveryInbox.Pressure();

    @Test
    void comesWithManyWhoWaitAtATime() {
        waited(30, 100);

        assertThat(pressure.isOn()).isTrue();
    }

    @Test
    void doesNotComeWithASingleBurst() {
        waited(1, 100);
        pressure.waited(100);

        assertThat(pressure.isOn()).isFalse();
    }

    @Test
    void isNotOverWhenHardlyFewerWait() {
        waited(30, 100);
        waited(11, 100);

        assertThat(pressure.isOn()).isTrue();
    }

    @Test
    void isNotThereForWhatCanBeHandledWithoutIt() {
        waited(11, 100);

        assertThat(pressure.isOn()).isFalse();
    }

    @Test
    void isOverWhenFewWait() {
        waited(30, 100);
        waited(5, 100);

        assertThat(pressure.isOn()).isFalse();
    }

    @Test
    void isOverWhenNobodyWaits() {
        waited(30, 100);
        pressure.nobodyWaited();

        assertThat(pressure.isOn()).isFalse();
    }

    private void waited(int waiting, int commits) {
        IntStream.range(0, commits).forEach(commit -> pressure.waited(waiting));
    }
}
