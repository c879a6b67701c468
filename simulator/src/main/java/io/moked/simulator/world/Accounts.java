package io.moked.simulator.world;

import io.moked.simulator.world.Setup.BusinessNumber;
import io.moked.simulator.world.Setup.Waba;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What calls and events have changed about accounts and numbers; those set up otherwise begin anew.
 */
public final class Accounts {

    private final Map<BusinessNumber, NumberState> numbers = new ConcurrentHashMap<>();
    private final Map<Waba, Subscriptions> subscriptions = new ConcurrentHashMap<>();

    public NumberState of(BusinessNumber number) {
        return numbers.computeIfAbsent(number, NumberState::new);
    }

    public Subscriptions of(Waba waba) {
        return subscriptions.computeIfAbsent(waba, Subscriptions::new);
    }
}
