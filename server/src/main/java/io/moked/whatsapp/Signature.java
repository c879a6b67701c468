package io.moked.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whether Meta signed a body: {@code X-Hub-Signature-256} is the HMAC-SHA-256 of the raw
 * bytes under the app's secret. Without a secret nothing is signed well.
 */
@Component
public class Signature {

    private static final String PREFIX = "sha256=";
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> secrets;

    Signature(WhatsAppSettings settings) {
        this.secrets =
                Stream.of(settings.appSecret().split(","))
                        .filter(secret -> !secret.isBlank())
                        .map(secret -> secret.strip().getBytes(StandardCharsets.UTF_8))
                        .map(secret -> new SecretKeySpec(secret, ALGORITHM))
                        .toList();
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
        for (var secret : secrets) {
            good |= MessageDigest.isEqual(shown, sign(secret, body));
        }
        return good;
    }

    private static byte[] sign(SecretKeySpec secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac.doFinal(body);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", missing);
        }
    }
}
