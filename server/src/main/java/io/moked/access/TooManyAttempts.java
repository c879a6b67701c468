package io.moked.access;

import io.moked.kernel.Refusal;
import java.util.Map;

/** Too many wrong passwords for one address, or too many sign-ins at once: the next must wait. */
class TooManyAttempts extends Refusal {

    TooManyAttempts(long seconds) {
        super(Kind.TOO_MANY, "too-many-attempts", Map.of("retryAfter", seconds));
    }
}
