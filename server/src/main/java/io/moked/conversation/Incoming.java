package io.moked.conversation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import io.moked.channel.ChannelId;
import io.moked.channel.InboundMessage;
import io.moked.contact.ContactId;
import io.moked.conversation.MessageStore.SharedFile;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
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
    private final Clock clock;

    Incoming(
            IncomingStore store,
            MessageStore shared,
            ThreadEvents events,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.shared = shared;
        this.events = events;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A message whose writer has been recognized. */
    public record Recognized(ContactId contact, InboundMessage message) {}

    /** A contact on a channel: who may have one open conversation at a time. */
    record Party(ChannelId channel, ContactId contact) {}

    /** A conversation to be opened with its first messages; the event comes before them. */
    record Opening(UUID id, UUID event, Party party, List<Placed> messages) {

        Instant at() {
            return messages.stream().map(Placed::at).min(naturalOrder()).orElseThrow();
        }

        Placed last() {
            return messages.stream()
                    .max(comparing(Placed::at).thenComparing(Placed::id))
                    .orElseThrow();
        }
    }

    /** A message with its place. */
    record Placed(UUID id, UUID conversation, InboundMessage message) {

        Instant at() {
            return message.at();
        }
    }

    /**
     * Records messages in their order; those recorded before change nothing. Where somebody else
     * records one of them at this moment, nothing is recorded, and it must be tried again.
     *
     * @param queue where conversations wait that are opened by them: a department, or the tenant's
     *     only line
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Recognized> messages, @Nullable UUID queue) {
        var fresh = withoutKnown(messages);
        if (fresh.isEmpty()) {
            return;
        }
        var parties = fresh.stream().map(Incoming::partyOf).distinct().toList();
        var known = store.lockOpen(parties);
        var opened = open(fresh, known, queue);
        var placed =
                new ArrayList<>(opened.stream().flatMap(it -> it.messages().stream()).toList());
        var followUps = place(fresh, known);
        placed.addAll(followUps);
        if (placed.size() != fresh.size()) {
            throw new ConcurrencyFailureException("A conversation went while it was looked for");
        }
        store.insert(placed);
        store.touch(followUps);
        shared.share(
                placed.stream()
                        .flatMap(it -> SharedFile.of(it.conversation(), it.message().content()))
                        .toList());
        tell(opened, placed);
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

    /** Messages of parties who have a conversation. */
    private List<Placed> place(List<Recognized> messages, Map<Party, UUID> conversations) {
        var placed = new ArrayList<Placed>();
        for (var message : messages) {
            var conversation = conversations.get(partyOf(message));
            if (conversation != null) {
                placed.add(new Placed(ids.next(), conversation, message.message()));
            }
        }
        return placed;
    }

    /** Opens what is missing; where another server was quicker, its conversation is known then. */
    private List<Opening> open(
            List<Recognized> messages, Map<Party, UUID> known, @Nullable UUID queue) {
        var wanted = new LinkedHashMap<Party, Opening>();
        for (var message : messages) {
            var party = partyOf(message);
            if (!known.containsKey(party)) {
                var opening =
                        wanted.computeIfAbsent(
                                party,
                                it -> new Opening(ids.next(), ids.next(), it, new ArrayList<>()));
                opening.messages().add(new Placed(ids.next(), opening.id(), message.message()));
            }
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        var opened = store.open(List.copyOf(wanted.values()), queue, clock.instant());
        var quicker = wanted.values().stream().filter(it -> !opened.contains(it.id())).toList();
        if (!quicker.isEmpty()) {
            known.putAll(store.lockOpen(quicker.stream().map(Opening::party).toList()));
            wanted.values().removeAll(quicker);
        }
        events.noteOpened(wanted.values(), queue);
        return List.copyOf(wanted.values());
    }

    private void tell(List<Opening> opened, List<Placed> placed) {
        var facts = new ArrayList<Fact>();
        opened.forEach(opening -> facts.add(Facts.of("opened", opening.id())));
        placed.forEach(message -> facts.add(Facts.received(message.conversation(), message.id())));
        opened.forEach(opening -> facts.add(Facts.of("queued", opening.id())));
        journal.append(facts);
    }
}
