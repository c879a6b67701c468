package io.moked.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a network delivered, each sender's part in its order.
 *
 * @param changes of contacts' identities; they hold for the rest
 */
public record Inbound(
        List<IdentityChange> changes,
        List<InboundMessage> messages,
        List<Overheard> overheard,
        List<Afterword> afterwords,
        List<Preference> preferences,
        List<Listing> listings,
        List<DeliveryReceipt> receipts) {

    /** Nothing yet. */
    public Inbound() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    public static Inbound of(FromContact... told) {
        var inbound = new Inbound();
        Stream.of(told).forEach(inbound::add);
        return inbound;
    }

    public void add(FromContact told) {
        switch (told) {
            case IdentityChange change -> changes.add(change);
            case InboundMessage message -> messages.add(message);
            case Overheard message -> overheard.add(message);
            case Afterword afterword -> afterwords.add(afterword);
            case Preference preference -> preferences.add(preference);
            case Listing listing -> listings.add(listing);
        }
    }

    /**
     * Whatever tells of a contact: who is known in another way from now on may write so in the same
     * delivery.
     */
    public List<FromContact> told() {
        return Stream.of(
                        changes,
                        messages,
                        overheard,
                        afterwords.stream().filter(it -> !it.isOfNobody()).toList(),
                        preferences,
                        listings)
                .<FromContact>flatMap(List::stream)
                .toList();
    }
}
