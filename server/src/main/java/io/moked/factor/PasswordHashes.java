package io.moked.factor;

import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.tenancy.InstallationSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords. bcrypt reads 72 bytes and no more, which is 36 Hebrew letters; so it is given a
 * keyed digest of the whole password instead (OWASP Password Storage Cheat Sheet, "pre-hashing with
 * a pepper"). The scheme's version stands before each hash.
 */
@Component
public class PasswordHashes {

    private static final String SCHEME = "v1$";
    private static final String NOBODYS_HASH =
            SCHEME + "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";
    private static final String DIGEST = "HmacSHA384";

    private static final long PATIENCE_SECONDS = 2;

    /** bcrypt keeps a core busy for a fifth of a second; half of them stay for everything else. */
    private final Semaphore cores =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(10);
    private final SecretKeySpec pepper;

    PasswordHashes(InstallationSecrets secrets) {
        this.pepper = new SecretKeySpec(secrets.key("pepper"), DIGEST);
    }

    public String hash(String password) {
        if (isTooLong(password)) {
            throw new Invalid("password", "too-long");
        }
        return SCHEME + onACore(() -> bcrypt.encode(digest(password)));
    }

    public boolean matches(String password, String hash) {
        return !isTooLong(password)
                && hash.startsWith(SCHEME)
                && onACore(() -> bcrypt.matches(digest(password), hash.substring(SCHEME.length())));
    }

    /** Costs what a real comparison costs, so that an unknown address is not told by time. */
    public void compareWithNobody(String password) {
        matches(password, NOBODYS_HASH);
    }

    private static boolean isTooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > Limit.PASSWORD_BYTES.value();
    }

    private String digest(String password) {
        try {
            var mac = Mac.getInstance(DIGEST);
            mac.init(pepper);
            var bytes = mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(bytes);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-384", missing);
        }
    }

    private <T> T onACore(Supplier<T> work) {
        waitForACore();
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    private void waitForACore() {
        try {
            if (!cores.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyAttempts(PATIENCE_SECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts(PATIENCE_SECONDS);
        }
    }
}
