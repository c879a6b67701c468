package io.moked.conversation;

import static java.util.Objects.requireNonNull;

import io.moked.channel.ChannelId;
import io.moked.channel.InboundMessage;
import io.moked.contact.ContactId;
import io.moked.conversation.MessageStore.SharedFile;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes contacts' messages into their conversations, a whole batch with a handful of statements.
 */
@Component
public class Incoming {

    private final IncomingStore store;
    private final MessageStore shared;
    private final ThreadEvents events;
    private final Journal journal;
    private final Ids ids;

    Incoming(
            IncomingStore store,
            MessageStore shared,
            ThreadEvents events,
            Journal journal,
            Ids ids) {
        this.store = store;
        this.shared = shared;
        this.events = events;
        this.journal = journal;
        this.ids = ids;
    }

    /** A message whose writer has been recognized. */
    public record Recognized(ContactId contact, InboundMessage message) {}

    /** A contact on a channel: who may have one open conversation at a time. */
    record Party(ChannelId channel, ContactId contact) {}

    /** A conversation to be opened, as of its first message. */
    record Opening(Party party, Instant at) {}

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
        var firstWords = new LinkedHashMap<Party, Instant>();
        fresh.forEach(it -> firstWords.merge(partyOf(it), it.message().at(), Incoming::earlier));
        var conversations = store.lockOpen(firstWords.keySet());
        var opened = open(firstWords, conversations);
        var placed = new ArrayList<Placed>();
        for (var message : fresh) {
            var conversation = requireNonNull(conversations.get(partyOf(message)));
            placed.add(new Placed(ids.next(), conversation, message.message()));
        }
        var recorded = store.insert(placed);
        placed.removeIf(message -> !recorded.contains(message.id()));
        store.touch(placed);
        shared.share(
                placed.stream()
                        .flatMap(it -> SharedFile.of(it.conversation(), it.message().content()))
                        .toList());
        tell(opened, placed);
        return opened.stream().map(ConversationId::new).toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
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
    private List<UUID> open(Map<Party, Instant> firstWords, Map<Party, UUID> conversations) {
        var wanted = new LinkedHashMap<UUID, Opening>();
        firstWords.forEach((party, at) -> {
            if (!conversations.containsKey(party)) {
                wanted.put(ids.next(), new Opening(party, at));
            }
        });
        if (wanted.isEmpty()) {
            return List.of();
        }
        store.open(wanted);
        var standing = store.lockOpen(wanted.values().stream().map(Opening::party).toList());
        conversations.putAll(standing);
        wanted.keySet().retainAll(standing.values());
        var opened = new LinkedHashMap<UUID, Instant>();
        wanted.forEach((conversation, opening) -> opened.put(conversation, opening.at()));
        events.noteOpened(opened);
        return List.copyOf(opened.keySet());
    }

    private void tell(List<UUID> opened, List<Placed> placed) {
        var facts = new ArrayList<Fact>();
        opened.forEach(conversation -> facts.add(Facts.of("opened", conversation)));
        placed.forEach(message -> facts.add(Facts.received(message.conversation(), message.id())));
        journal.append(facts);
    }
}
