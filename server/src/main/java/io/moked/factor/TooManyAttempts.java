package io.moked.factor;

import io.moked.kernel.Refusal;
import java.util.Map;

/** Too many attempts on one account or from one network, or too many at once: wait for the next. */
public class TooManyAttempts extends Refusal {

    public TooManyAttempts(long seconds) {
        super(Kind.TOO_MANY, "too-many-attempts", Map.of("retryAfter", seconds));
    }
}
