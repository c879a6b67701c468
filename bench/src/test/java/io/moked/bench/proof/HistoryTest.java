package io.moked.bench.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.moked.bench.proof.Call.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    private static final Op.Deliver DELIVERY = Story.delivery(1, 2);
    private static final Op.Resolve RESOLUTION = new Op.Resolve("100", "thread");

    @TempDir private Path directory;

    @Test
    void tellsWhatWasDoneAndWhatCameOfIt() throws IOException {
        var file = directory.resolve("history.jsonl");
        try (var history = new History(file)) {
            long delivery = history.begin(DELIVERY);
            long resolution = history.begin(RESOLUTION);
            history.end(resolution, Outcome.FAILED, "409");
            history.end(delivery, Outcome.OK, "");
            history.begin(new Op.Saw("100", "r1", "sent"));
        }

        assertThat(History.read(file))
                .extracting(Call::op, Call::outcome, Call::result)
                .containsExactly(
                        tuple(DELIVERY, Outcome.OK, ""),
                        tuple(RESOLUTION, Outcome.FAILED, "409"),
                        tuple(new Op.Saw("100", "r1", "sent"), Outcome.UNKNOWN, ""));
    }

    @Test
    void tellsWhichFileCameWithAMessage() throws IOException {
        var file = directory.resolve("history.jsonl");
        var delivery = Story.deliveryWithFile(1, "aa");
        try (var history = new History(file)) {
            history.note(delivery);
        }

        assertThat(History.read(file)).extracting(Call::op).isEqualTo(List.of(delivery));
    }

    @Test
    void isThereLineByLineWhileItIsWritten() throws IOException {
        var file = directory.resolve("history.jsonl");
        try (var history = new History(file)) {
            history.note(DELIVERY);

            assertThat(History.read(file)).extracting(Call::op).isEqualTo(List.of(DELIVERY));
        }
    }
}
