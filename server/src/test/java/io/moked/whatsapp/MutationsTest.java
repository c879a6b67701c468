package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Payloads that are a little wrong, signed and not. Each time others; the seed is told where they
 * fail.
 */
@MokedTest
class MutationsTest extends Journey {

    /** More by {@code -Dmoked.mutations=…}, where there is time. */
    private static final int MANY = Integer.getInteger("moked.mutations", 400);

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> PROPER_REASONS =
            List.of(
                    "not-json",
                    "nothing-in-it",
                    "number-not-served",
                    "unknown-object",
                    "unreadable-item");

    /** What readers of JSON stumble over. */
    private static final List<String> STUMBLING =
            List.of(
                    "null",
                    "[]",
                    "{}",
                    "\"\"",
                    "-1",
                    "1e999",
                    "true",
                    "\"\\u0000\"",
                    "\"\\ud800\"");

    @Autowired WorkerDatabase worker;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    /** What others put there is of no mutation. */
    @BeforeEach
    void emptyTheDeadLetters() {
        worker.jdbc().sql("delete from whatsapp.dead_letter").update();
    }

    @RepeatedTest(2)
    void whatIsALittleWrongIsKeptAndNothingBreaks() throws IOException {
        var originals = originals();
        for (int n = 0; n < MANY; n++) {
            var original = originals.get(random.nextInt(originals.size()));
            var mutated = mutated(original);
            assertThat(meta.post(mutated)).as("seed %d", seed).isEqualTo(200);
            if (n % 10 == 0 && !Arrays.equals(original, mutated)) {
                assertThat(meta.post(mutated, "sha256=" + Meta.sign(original)))
                        .as("seed %d", seed)
                        .isEqualTo(401);
            }
        }
        await().until(() ->
                count("select count(*) from whatsapp.delivery where attempts = 0") == 0);
        assertThat(count("select count(*) from whatsapp.delivery"))
                .as("of seed %d had to be tried again", seed)
                .isZero();
        assertThat(
                        worker.jdbc()
                                .sql("select distinct reason from whatsapp.dead_letter")
                                .query(String.class)
                                .list())
                .as("seed %d", seed)
                .isSubsetOf(PROPER_REASONS);
    }

    private int count(String sql) {
        return worker.jdbc().sql(sql).query(Integer.class).single();
    }

    private List<byte[]> originals() throws IOException {
        var originals = new ArrayList<byte[]>();
        for (var file : List.of("messages", "statuses", "fields")) {
            try (var in = MutationsTest.class.getResourceAsStream("/webhooks/" + file + ".json")) {
                for (var one : JSON.readTree(in)) {
                    originals.add(PayloadsTest.delivery(file, one, business.phoneNumberId()));
                }
            }
        }
        return originals;
    }

    private byte[] mutated(byte[] original) {
        var bytes = original.clone();
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            bytes = random.nextInt(3) == 0 ? withAByteChanged(bytes) : withAValueChanged(bytes);
        }
        return bytes;
    }

    private byte[] withAByteChanged(byte[] bytes) {
        var copy = bytes.clone();
        int at = random.nextInt(copy.length);
        switch (random.nextInt(3)) {
            case 0 -> copy[at] = (byte) random.nextInt(256);
            case 1 -> copy[at] ^= (byte) (1 << random.nextInt(8));
            default -> copy = Arrays.copyOf(copy, Math.max(1, at));
        }
        return copy;
    }

    /**
     * What stands behind a colon is replaced by something else, up to the next comma or bracket.
     */
    private byte[] withAValueChanged(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int colon = text.indexOf(':', random.nextInt(text.length()));
        if (colon < 0) {
            return bytes;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var other = STUMBLING.get(random.nextInt(STUMBLING.size()));
        return (text.substring(0, colon + 1) + other + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
