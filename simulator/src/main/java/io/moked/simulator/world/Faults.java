package io.moked.simulator.world;

import io.moked.simulator.web.Json;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at the moment, for every number or only for one.
 *
 * @param outage no call of the Graph API succeeds and no webhook leaves until it is over
 * @param maintenance 500 with code 131057 for every send
 * @param tokenExpired 401 with code 190 and subcode 463
 * @param slowMs every answer of the Graph API waits this long
 * @param lostAnswer the message is accepted, then the connection closes without an answer
 * @param failedAnswer the message is accepted, and the answer is 5xx all the same
 * @param resetBefore the connection closes before anything is accepted
 * @param rateLimited 429 with code 130429
 * @param serverError an answer of 5xx, nothing accepted
 * @param error an answer with any code of Meta's, nothing accepted
 * @param asyncError the message is accepted and then fails with any code of Meta's
 * @param held templates are held for a quality assessment first, as the answer tells
 * @param statusBeforeAnswer the status {@code sent} is posted before the send call returns
 * @param dropDelivered the status {@code delivered} is never posted
 * @param duplicate how many more times each webhook is posted
 * @param duplicateAfterMs how long after each other; at once when 0
 * @param reorder webhooks overtake each other
 * @param webhookDelayMs each webhook leaves this much later
 * @param wrongSignature webhooks signed with another secret
 * @param unescaped letters beyond ASCII are posted as they are
 * @param unknownField a change of a field nobody has heard of stands beside the others
 * @param unknownType messages become ones of a type nobody has heard of
 * @param withoutFrom messages say nothing of who wrote them
 * @param truncated half a body is posted first, then the whole one
 * @param oversized bodies of 3 MB
 * @param phoneNumberId the only number it happens to
 */
public record Faults(
        boolean outage,
        boolean maintenance,
        boolean tokenExpired,
        long slowMs,
        Next lostAnswer,
        Next failedAnswer,
        Next resetBefore,
        Next rateLimited,
        Next serverError,
        Next error,
        Next asyncError,
        Next held,
        boolean statusBeforeAnswer,
        boolean dropDelivered,
        int duplicate,
        long duplicateAfterMs,
        boolean reorder,
        long webhookDelayMs,
        Next wrongSignature,
        boolean unescaped,
        Next unknownField,
        Next unknownType,
        Next withoutFrom,
        Next truncated,
        Next oversized,
        @Nullable String phoneNumberId) {

    public static final Faults NONE = Json.MAPPER.treeToValue(Json.object(), Faults.class);

    // Absent parts of posted faults arrive as null.
    public Faults {
        lostAnswer = Next.orNone(lostAnswer);
        failedAnswer = Next.orNone(failedAnswer);
        resetBefore = Next.orNone(resetBefore);
        rateLimited = Next.orNone(rateLimited);
        serverError = Next.orNone(serverError);
        error = Next.orNone(error);
        asyncError = Next.orNone(asyncError);
        held = Next.orNone(held);
        wrongSignature = Next.orNone(wrongSignature);
        unknownField = Next.orNone(unknownField);
        unknownType = Next.orNone(unknownType);
        withoutFrom = Next.orNone(withoutFrom);
        truncated = Next.orNone(truncated);
        oversized = Next.orNone(oversized);
    }

    Faults on(String number) {
        return phoneNumberId == null || phoneNumberId.equals(number) ? this : NONE;
    }

    /**
     * The next so many times.
     *
     * @param status of the answer, where one is to be chosen
     * @param code of Meta's error, where one is to be chosen
     */
    public record Next(AtomicInteger next, int status, int code) {

        static Next orNone(@Nullable Next given) {
            return given == null ? new Next(new AtomicInteger(), 0, 0) : given;
        }

        /** Whether it hits this time. */
        public boolean hits() {
            return next.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }
}
