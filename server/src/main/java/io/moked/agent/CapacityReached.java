package io.moked.agent;

import io.moked.kernel.Refusal;
import java.util.Map;

/** An agent holds as much as they can; something has to end first. */
final class CapacityReached extends Refusal {

    CapacityReached(int used, int capacity) {
        super(Kind.CONFLICT, "capacity-reached", Map.of("used", used, "capacity", capacity));
    }
}
