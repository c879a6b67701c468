package io.moked.broadcast;

import io.moked.kernel.Refusal;
import java.util.Map;

/** Why a broadcast is not started, or not turned. */
final class Refusals {

    private Refusals() {}

    /** It is over, or what is asked for holds already. */
    static final class BroadcastNotTurned extends Refusal {
        BroadcastNotTurned(Broadcast.State state) {
            super(Kind.CONFLICT, "broadcast-not-turned", Map.of("state", state));
        }
    }

    /** Whoever was chosen, nobody of them can be written to. */
    static final class NobodyToSendTo extends Refusal {
        NobodyToSendTo() {
            super(Kind.CONFLICT, "broadcast-to-nobody");
        }
    }

    /** More contacts than one broadcast may have. */
    static final class TooManyRecipients extends Refusal {
        TooManyRecipients(int most) {
            super(Kind.TOO_LARGE, "broadcast-too-large", Map.of("limit", most));
        }
    }
}
