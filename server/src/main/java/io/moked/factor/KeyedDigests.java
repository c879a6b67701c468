package io.moked.factor;

import io.moked.tenancy.InstallationSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Digests under a key of this installation: for what is too short to be safe under a plain one,
 * such as an address or a recovery code, and for what we sign ourselves.
 */
@Component
public class KeyedDigests {

    private static final String DIGEST = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedDigests(InstallationSecrets secrets) {
        this.key = new SecretKeySpec(secrets.key("pepper"), DIGEST);
    }

    /** The same parts under another purpose give another digest. */
    public byte[] of(String purpose, List<String> parts) {
        try {
            var mac = Mac.getInstance(DIGEST);
            mac.init(key);
            mac.update(framed(purpose));
            parts.forEach(part -> mac.update(framed(part)));
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", missing);
        }
    }

    /** With its length before it, so that no two lists of parts look alike. */
    private static byte[] framed(String part) {
        return (part.length() + ":" + part).getBytes(StandardCharsets.UTF_8);
    }
}
