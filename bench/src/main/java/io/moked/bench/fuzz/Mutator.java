package io.moked.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes deliveries a little wrong: a byte, the end, a value, a part twice. For one thread. */
final class Mutator {

    /** What readers of JSON stumble over. */
    private static final List<String> STUMBLING =
            List.of(
                    "null",
                    "[]",
                    "{}",
                    "\"\"",
                    "-1",
                    "1e999",
                    "99999999999999999999",
                    "true",
                    "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"\\u202e\"");

    private final Random random;

    Mutator(Random random) {
        this.random = random;
    }

    byte[] of(byte[] original) {
        var bytes = original;
        for (int times = random.nextInt(1, 4); times > 0; times--) {
            bytes =
                    switch (random.nextInt(8)) {
                        case 0 -> withAByte(bytes, (byte) random.nextInt(256));
                        case 1 -> withAByte(bytes, (byte) (1 << random.nextInt(8)));
                        case 2 -> Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length));
                        case 3 -> twice(bytes);
                        default -> withAValue(bytes);
                    };
        }
        return bytes;
    }

    private byte[] withAByte(byte[] bytes, byte other) {
        var copy = bytes.clone();
        copy[random.nextInt(copy.length)] ^= other;
        return copy;
    }

    private byte[] twice(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(1, 64));
        var copy = Arrays.copyOf(bytes, bytes.length + to - from);
        System.arraycopy(bytes, from, copy, to, bytes.length - from);
        return copy;
    }

    /** What stands behind a colon is replaced, up to the next comma or bracket. */
    private byte[] withAValue(byte[] bytes) {
        var text = new String(bytes, ISO_8859_1);
        int colon = text.indexOf(':', random.nextInt(text.length()));
        if (colon < 0) {
            return bytes;
        }
        int end = colon + 1;
        while (end < text.length() && ",}]".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var other = STUMBLING.get(random.nextInt(STUMBLING.size()));
        return (text.substring(0, colon + 1) + other + text.substring(end)).getBytes(ISO_8859_1);
    }
}
