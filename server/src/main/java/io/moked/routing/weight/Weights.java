package io.moked.routing.weight;

import static java.util.stream.Collectors.toMap;

import io.moked.access.UserId;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many units of an agent the conversations of each channel take. What waits or is held already
 * keeps the weight with which it came.
 */
@Component
public class Weights {

    /** Of a channel of which nobody has said anything. */
    public static final int USUAL = 1;

    private final WeightStore store;
    private final Channels channels;
    private final Journal journal;

    Weights(WeightStore store, Channels channels, Journal journal) {
        this.store = store;
        this.channels = channels;
        this.journal = journal;
    }

    /** What a conversation of a channel takes. */
    public record Weight(UUID channel, int units) {}

    /** Of every channel of the business. */
    @Transactional(readOnly = true)
    public List<Weight> all() {
        var known = known();
        return channels.all().stream()
                .map(it -> it.id().value())
                .map(it -> new Weight(it, known.getOrDefault(it, USUAL)))
                .toList();
    }

    /** Those that were said, by channel. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> known() {
        return store.all().stream().collect(toMap(Weight::channel, Weight::units));
    }

    @Transactional
    public void set(ChannelId channel, int units, UserId by) {
        var id = channels.find(channel).id().value();
        if (store.set(id, units)) {
            journal.append(Fact.of("routing.channel-weight-changed", id).by(by.value()));
        }
    }
}
