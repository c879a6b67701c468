package io.moked.bench.webhook;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs bodies as Meta does, with the secret of its app. For one thread. */
public final class Seal {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    public Seal(byte[] appSecret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(appSecret, ALGORITHM));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", missing);
        }
    }

    /** The value of {@code X-Hub-Signature-256}. */
    public String of(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
