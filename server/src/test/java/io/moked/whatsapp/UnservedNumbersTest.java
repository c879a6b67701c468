package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.kernel.Limit;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes for numbers that nobody serves fills no disk. */
class UnservedNumbersTest extends IdleWorkers {

    @Autowired DeadLetters letters;
    @Autowired MeterRegistry meters;

    @AfterEach
    void forget() {
        worker.jdbc().sql("delete from whatsapp.dead_letter").update();
    }

    private double counted(String outcome) {
        return meters.get("moked.webhooks.unknown.number")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    @Test
    void ofAFloodSoMuchIsKeptAndTheRestIsCounted() {
        worker.jdbc()
                .sql(
                        """
                        insert into whatsapp.dead_letter
                        select gen_random_uuid(), 1, 'number-not-served', now(), now(), ''
                        from generate_series(1, :kept)
                        """)
                .param("kept", Limit.UNSERVED_LETTERS.value() - 2)
                .update();
        var dropped = counted("dropped");
        var letter = new DeliveryStore.Arrived(0, Instant.now(), new byte[] {1}, null);
        letters.keep(Collections.nCopies(5, letter), SetAside.UNSERVED);
        assertThat(letters.count()).isEqualTo(Limit.UNSERVED_LETTERS.value());
        assertThat(counted("dropped") - dropped).isEqualTo(3);
    }
}
