package io.moked.sending;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way out of the building: every message to a contact is put in here. */
@Component
public class Outbox {

    private static final Duration SOON = Duration.ofMinutes(1);

    private final OutboxStore store;
    private final OutboxClaims claims;
    private final NumberPace pace;
    private final Channels channels;
    private final Clock clock;
    private final OutboxBell bell;

    Outbox(
            OutboxStore store,
            OutboxClaims claims,
            NumberPace pace,
            Channels channels,
            Clock clock,
            OutboxBell bell) {
        this.store = store;
        this.claims = claims;
        this.pace = pace;
        this.channels = channels;
        this.clock = clock;
        this.bell = bell;
    }

    /**
     * Takes messages in, in the order in which they are to go to each person.
     *
     * @throws io.moked.channel.ChannelEnded where one is to go through a number that is
     *     disconnected
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<Parcel> parcels) {
        parcels.stream().map(Parcel::channel).distinct().forEach(channels::connected);
        store.add(parcels, clock.instant());
        bell.ringAfterCommit();
    }

    /** What was taken back goes once more, in a moment; whether it still can is found out then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void again(List<Parcel> parcels) {
        if (!parcels.isEmpty()) {
            store.add(parcels, clock.instant().plus(Outcomes.SECOND_LOOK));
        }
    }

    /** Which of these messages are in here. */
    @Transactional(readOnly = true)
    public Set<UUID> holding(Collection<UUID> messages) {
        return store.holding(messages);
    }

    /** A receipt told of these messages: they have left, and nothing is to be done for them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirmed(List<UUID> messages) {
        store.confirmed(messages);
    }

    /**
     * How much the network lets a number send.
     *
     * @param perSecond messages, more than none
     */
    @Transactional
    public void allow(ChannelId channel, int perSecond) {
        pace.allow(channel, perSecond, clock.instant());
    }

    /** Somebody has mended what the network stopped the number for: what waits goes on. */
    @Transactional
    public void mended(ChannelId channel) {
        pace.resume(channel, clock.instant());
        channels.resume(channel);
        bell.ringAfterCommit();
    }

    /** How those of these messages stand that were tried already. */
    @Transactional(readOnly = true)
    public Map<UUID, Underway> underway(Collection<UUID> messages) {
        return store.underway(messages);
    }

    /**
     * How many messages that nobody waits for are there to be sent by a number soon. What was put
     * off for longer, such as until the morning, is in nobody's way.
     */
    @Transactional(readOnly = true)
    public int bulk(ChannelId channel) {
        return store.bulk(channel, clock.instant().plus(SOON));
    }

    /**
     * Takes messages out that are not on their way yet.
     *
     * @return those that will not be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UUID> takeBack(Collection<UUID> messages) {
        return messages.isEmpty() ? Set.of() : store.takeBack(messages);
    }

    /** How many wait to be sent, over all tenants. */
    public int waiting() {
        return claims.waiting();
    }
}
