package io.moked.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes by time (RFC 6238), as every authenticator app makes them: SHA-1, six digits, 30 seconds.
 */
final class Totp {

    static final int DIGITS = 6;
    static final int PERIOD_SECONDS = 30;

    /** RFC 4226, 4: at least 128 bits, 160 are recommended. */
    static final int SEED_BYTES = 20;

    private static final int CODES = 1_000_000;
    private static final String DIGEST = "HmacSHA1";

    private Totp() {}

    /**
     * The step a code is of, if it is of this one or a neighbour: clocks differ, and people type.
     */
    static OptionalLong step(byte[] seed, String code, Instant now) {
        long current = now.getEpochSecond() / PERIOD_SECONDS;
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> isSame(code(seed, step), code))
                .findFirst();
    }

    static String code(byte[] seed, long step) {
        try {
            var mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(seed, DIGEST));
            var digest = ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(8).putLong(step).array()));
            int offset = digest.get(digest.limit() - 1) & 0xf;
            int number = (digest.getInt(offset) & Integer.MAX_VALUE) % CODES;
            return ("%0" + DIGITS + "d").formatted(number);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-1", missing);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
