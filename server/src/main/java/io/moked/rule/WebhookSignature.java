package io.moked.rule;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a call as Standard Webhooks does: the HMAC-SHA-256 of its id, its second and its body, so
 * that nobody can change one, or say it again later as another.
 */
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    static String secret(byte[] random) {
        return PREFIX + Base64.getEncoder().encodeToString(random);
    }

    static String of(String secret, String id, Instant at, String body) {
        var signed = id + "." + at.getEpochSecond() + "." + body;
        try {
            var mac = Mac.getInstance(ALGORITHM);
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            mac.init(new SecretKeySpec(key, ALGORITHM));
            var digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", missing);
        }
    }
}
