package io.moked.routing.offer;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes back what somebody is asked for, because it goes elsewhere. */
@Component
public class Withdrawals {

    private final OfferStore store;

    Withdrawals(OfferStore store) {
        this.store = store;
    }

    /**
     * Nobody is asked for these any more.
     *
     * @return how much room was kept for them, by the agents, who are to be given it back
     */
    public Map<UUID, Integer> of(Collection<UUID> conversations) {
        return room(store.withdraw(conversations));
    }

    /** Nobody is asked in the name of a department any more, likewise. */
    public Map<UUID, Integer> in(UUID department) {
        return room(store.withdrawIn(department));
    }

    private static Map<UUID, Integer> room(List<Offer> withdrawn) {
        return withdrawn.stream().collect(groupingBy(Offer::agent, summingInt(Offer::units)));
    }
}
