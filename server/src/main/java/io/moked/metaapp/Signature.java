package io.moked.metaapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether Meta signed a body: {@code X-Hub-Signature-256} is the HMAC-SHA-256 of the raw
 * bytes under the app's secret. Without a secret nothing is signed well.
 */
public final class Signature {

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    /** Each knows its secret already; a copy signs sooner than one that is made anew. */
    private final List<Mac> signers;

    private Signature(List<Mac> signers) {
        this.signers = signers;
    }

    /** Any of these secrets is right; one that is blank is none. */
    public static Signature by(List<String> secrets) {
        return new Signature(
                secrets.stream()
                        .filter(secret -> !secret.isBlank())
                        .map(secret -> signer(secret.strip()))
                        .toList());
    }

    public boolean isGood(@Nullable String header, byte[] body) {
        if (header == null || !header.startsWith(PREFIX)) {
            return false;
        }
        byte[] shown;
        try {
            shown = HexFormat.of().parseHex(header, PREFIX.length(), header.length());
        } catch (IllegalArgumentException notHex) {
            return false;
        }
        boolean good = false;
        for (var signer : signers) {
            good |= MessageDigest.isEqual(shown, sign(signer, body));
        }
        return good;
    }

    private static Mac signer(String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", missing);
        }
    }

    private static byte[] sign(Mac signer, byte[] body) {
        try {
            return ((Mac) signer.clone()).doFinal(body);
        } catch (CloneNotSupportedException foreign) {
            throw new IllegalStateException("Java's own HMAC-SHA-256 can be copied", foreign);
        }
    }
}
