package io.moked.simulator.world;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at the moment, for every number or only for one.
 *
 * @param duplicate how many more times each webhook is posted
 * @param reorder webhooks overtake each other
 * @param slowMs every answer of the Graph API waits this long
 * @param lostAnswer the message is accepted, then the connection closes without an answer
 * @param resetBefore the connection closes before anything is accepted
 * @param rateLimited 429 with code 130429
 * @param serverError an answer of 5xx, nothing accepted
 * @param dropDelivered the status {@code delivered} is never posted
 * @param wrongSignature webhooks signed with another secret
 * @param tokenExpired 401 with code 190 and subcode 463
 * @param webhookDelayMs each webhook leaves this much later
 * @param statusBeforeAnswer the status {@code sent} is posted before the send call returns
 * @param phoneNumberId the only number it happens to
 */
public record Faults(
        int duplicate,
        boolean reorder,
        long slowMs,
        Next lostAnswer,
        Next resetBefore,
        Next rateLimited,
        Next serverError,
        boolean dropDelivered,
        Next wrongSignature,
        boolean tokenExpired,
        long webhookDelayMs,
        boolean statusBeforeAnswer,
        @Nullable String phoneNumberId) {

    public static final Faults NONE =
            new Faults(
                    0, false, 0, Next.NONE, Next.NONE, Next.NONE, Next.NONE, false, Next.NONE,
                    false, 0, false, null);

    // Absent parts of posted faults arrive as null.
    @SuppressWarnings("ConstantValue")
    public Faults {
        lostAnswer = lostAnswer == null ? Next.NONE : lostAnswer;
        resetBefore = resetBefore == null ? Next.NONE : resetBefore;
        rateLimited = rateLimited == null ? Next.NONE : rateLimited;
        serverError = serverError == null ? Next.NONE : serverError;
        wrongSignature = wrongSignature == null ? Next.NONE : wrongSignature;
    }

    Faults on(String number) {
        return phoneNumberId == null || phoneNumberId.equals(number) ? this : NONE;
    }

    /** The next so many calls; the status only means something for a server error. */
    public record Next(AtomicInteger next, int status) {

        static final Next NONE = new Next(new AtomicInteger(), 0);

        /** Whether it hits this call. */
        public boolean hits() {
            return next.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }
}
