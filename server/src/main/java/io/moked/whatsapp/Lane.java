package io.moked.whatsapp;

import java.nio.charset.StandardCharsets;

/**
 * Deliveries of one number share a lane and are worked through in order, one server at a time;
 * different lanes go on side by side. The lane is found by looking for the number in the raw bytes,
 * so that nothing is parsed before it is safe.
 */
final class Lane {

    static final int COUNT = 64;

    private static final byte[] KEY = "\"phone_number_id\"".getBytes(StandardCharsets.US_ASCII);

    private Lane() {}

    /** A delivery without a number, such as news of an account, goes to the first lane. */
    static int of(byte[] body) {
        int key = indexOf(body, KEY);
        int start = key < 0 ? -1 : indexOf(body, (byte) '"', key + KEY.length);
        int end = start < 0 ? -1 : indexOf(body, (byte) '"', start + 1);
        return end < 0
                ? 0
                : of(new String(body, start + 1, end - start - 1, StandardCharsets.US_ASCII));
    }

    static int of(String phoneNumberId) {
        return Math.floorMod(phoneNumberId.hashCode(), COUNT);
    }

    private static int indexOf(byte[] body, byte[] wanted) {
        for (int at = indexOf(body, wanted[0], 0); at >= 0; at = indexOf(body, wanted[0], at + 1)) {
            if (matches(body, at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] body, int at, byte[] wanted) {
        return at + wanted.length <= body.length
                && java.util.Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
    }

    private static int indexOf(byte[] body, byte wanted, int from) {
        for (int at = from; at < body.length; at++) {
            if (body[at] == wanted) {
                return at;
            }
        }
        return -1;
    }
}
