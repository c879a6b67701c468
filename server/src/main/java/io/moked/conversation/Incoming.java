package io.moked.conversation;

import io.moked.channel.ChannelId;
import io.moked.channel.InboundMessage;
import io.moked.contact.ContactId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes contacts' messages into their conversations, a whole batch with a handful of statements.
 */
@Component
public class Incoming {

    private final IncomingStore store;
    private final ThreadEvents events;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Incoming(IncomingStore store, ThreadEvents events, Journal journal, Ids ids, Clock clock) {
        this.store = store;
        this.events = events;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A message whose writer has been recognized. */
    public record Recognized(ContactId contact, InboundMessage message) {}

    /** A contact on a channel: who may have one open conversation at a time. */
    record Party(ChannelId channel, ContactId contact) {}

    /** A message with its place. */
    record Placed(UUID id, UUID conversation, InboundMessage message) {}

    /**
     * Records messages in their order; those recorded before change nothing.
     *
     * @return the conversations opened by them, which nobody handles yet
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<ConversationId> record(List<Recognized> messages) {
        var fresh = withoutKnown(messages);
        if (fresh.isEmpty()) {
            return List.of();
        }
        var parties =
                fresh.stream()
                        .map(Incoming::partyOf)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        var conversations = store.lockOpen(parties);
        var opened = open(parties, conversations);
        var placed = new ArrayList<Placed>();
        for (var message : fresh) {
            var conversation = conversations.get(partyOf(message));
            placed.add(
                    new Placed(
                            ids.next(),
                            java.util.Objects.requireNonNull(conversation),
                            message.message()));
        }
        var recorded = store.insert(placed);
        placed.removeIf(message -> !recorded.contains(message.id()));
        store.touch(placed);
        tell(opened, placed);
        return opened.stream().map(ConversationId::new).toList();
    }

    private List<Recognized> withoutKnown(List<Recognized> messages) {
        var distinct = new LinkedHashMap<String, Recognized>();
        messages.forEach(it ->
                distinct.putIfAbsent(
                        it.message().channel().value() + it.message().externalId(), it));
        var known = store.known(distinct.values().stream().map(Recognized::message).toList());
        return distinct.values().stream()
                .filter(it -> !known.contains(it.message().externalId()))
                .toList();
    }

    private static Party partyOf(Recognized message) {
        return new Party(message.message().channel(), message.contact());
    }

    /** Opens what is missing; where another server was quicker, its conversation is the one. */
    private List<UUID> open(Set<Party> parties, Map<Party, UUID> conversations) {
        var wanted = new LinkedHashMap<Party, UUID>();
        for (var party : parties) {
            if (!conversations.containsKey(party)) {
                wanted.put(party, ids.next());
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        store.open(wanted, clock.instant());
        var now = store.lockOpen(wanted.keySet());
        conversations.putAll(now);
        return wanted.values().stream().filter(now::containsValue).toList();
    }

    private void tell(List<UUID> opened, List<Placed> placed) {
        var facts = new ArrayList<Fact>();
        opened.forEach(conversation -> facts.add(Facts.of("opened", conversation)));
        placed.forEach(message -> facts.add(Facts.received(message.conversation(), message.id())));
        events.note("opened", opened, null, null);
        journal.append(facts);
    }
}
