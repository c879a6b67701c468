package io.moked.signin;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app on somebody's phone, which has read an {@code otpauth} address. */
record AuthenticatorApp(String uri, Clock clock) {

    String code() {
        return code(0);
    }

    /** The code of some steps away. */
    String code(long stepsAway) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed(), "HmacSHA1"));
            long step = clock.instant().getEpochSecond() / 30 + stepsAway;
            var digest = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int at = digest[19] & 15;
            int number = ByteBuffer.wrap(digest, at, 4).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (java.security.GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }

    private byte[] seed() {
        var query = URI.create(uri).getRawQuery();
        var secret = query.replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        var number = BigInteger.ZERO;
        for (char letter : secret.toCharArray()) {
            int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            number = number.shiftLeft(5).add(BigInteger.valueOf(value));
        }
        var bytes = number.toByteArray();
        var seed = new byte[secret.length() * 5 / 8];
        var last = Arrays.copyOfRange(bytes, Math.max(0, bytes.length - seed.length), bytes.length);
        System.arraycopy(last, 0, seed, seed.length - last.length, last.length);
        return seed;
    }
}
