package io.moked.bench.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.bench.webhook.Ledger.Verdict;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void isContentWhenEverythingIsThereOnce() {
        LongStream.rangeClosed(1, 3).forEach(ledger::acknowledged);
        LongStream.of(3, 1, 2).forEach(ledger::recorded);

        assertThat(ledger.verdict()).isEqualTo(new Verdict(3, 0, 0));
    }

    @Test
    void noticesWhatWasAcknowledgedAndLost() {
        LongStream.rangeClosed(1, 3).forEach(ledger::acknowledged);
        ledger.recorded(2);

        assertThat(ledger.verdict()).isEqualTo(new Verdict(3, 2, 0));
    }

    @Test
    void noticesWhatIsThereTwice() {
        ledger.acknowledged(1);
        ledger.recorded(1);
        ledger.recorded(1);

        assertThat(ledger.verdict()).isEqualTo(new Verdict(1, 0, 1));
    }

    @Test
    void forgivesWhatWasKeptWithoutAPromise() {
        ledger.acknowledged(1);
        ledger.recorded(1);
        ledger.recorded(2);

        assertThat(ledger.verdict()).isEqualTo(new Verdict(1, 0, 0));
    }

    @Test
    void findsTheNumberInAMessageId() {
        assertThat(Wamid.number(Wamid.of(123_456_789))).isEqualTo(123_456_789);
        assertThat(Wamid.of(7)).hasSameSizeAs(Wamid.of(999_999_999_999L)).isLessThan(Wamid.of(8));
    }
}
