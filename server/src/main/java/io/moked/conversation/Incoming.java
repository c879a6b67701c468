package io.moked.conversation;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import io.moked.channel.ChannelId;
import io.moked.channel.InboundMessage;
import io.moked.channel.Overheard;
import io.moked.contact.ContactId;
import io.moked.conversation.Conversation.Workload;
import io.moked.conversation.MessageStore.SharedFile;
import io.moked.conversation.ThreadEvents.Opening;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
    private final AnnouncementStore quiet;
    private final MessageStore shared;
    private final Moves moves;
    private final Ends ends;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Incoming(
            IncomingStore store,
            AnnouncementStore quiet,
            MessageStore shared,
            Moves moves,
            Ends ends,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.quiet = quiet;
        this.shared = shared;
        this.moves = moves;
        this.ends = ends;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A message whose writer has been recognized. */
    public record Recognized(ContactId contact, InboundMessage message) {}

    /**
     * A message as it stands in its conversation.
     *
     * @param isOpening whether the conversation was opened by this one, or by one beside it
     */
    public record Recorded(
            UUID conversation, ContactId contact, boolean isOpening, InboundMessage message) {}

    /** A contact on a channel: who may have one open conversation at a time. */
    record Party(ChannelId channel, ContactId contact) {}

    /** What makes a message one: the network's id, which is not unique beyond its channel. */
    record Origin(ChannelId channel, String externalId) {

        static Origin of(InboundMessage message) {
            return new Origin(message.channel(), message.externalId());
        }

        static Origin of(Overheard message) {
            return new Origin(message.channel(), message.externalId());
        }
    }

    /** A message that has its id, and no conversation yet. */
    record Arrival(UUID id, InboundMessage message) {

        Instant at() {
            return message.at();
        }
    }

    /** What a party wrote, in its order, and an id that comes before those of its messages. */
    record News(UUID before, Party party, List<Arrival> messages) {

        Instant since() {
            return messages.stream().map(Arrival::at).min(naturalOrder()).orElseThrow();
        }

        Arrival last() {
            return messages.stream()
                    .max(comparing(Arrival::at).thenComparing(Arrival::id))
                    .orElseThrow();
        }
    }

    record Placed(UUID id, UUID conversation, InboundMessage message) {}

    /**
     * Records messages in their order; those recorded before change nothing. Where somebody else
     * records one of them at this moment, nothing is recorded, and it must be tried again.
     *
     * @param entrance where conversations wait that are opened by them
     * @return those that are new, by whom they are from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Recorded> record(List<Recognized> messages, Workload.Entrance entrance) {
        var news = byParty(withoutKnown(messages));
        if (news.isEmpty()) {
            return List.of();
        }
        var places = goOn(news);
        var opened = new ArrayList<>(wake(without(places, news), entrance));
        opened.forEach(it -> places.put(it.news().party(), it.id()));
        opened.addAll(open(without(places, news), entrance));
        opened.forEach(it -> places.put(it.news().party(), it.id()));
        moves.opened(opened);
        // Where another server was quicker to open one, it is there now.
        places.putAll(goOn(without(places, news)));
        var placed = place(news, places);
        store.insert(placed);
        shared.share(
                placed.stream()
                        .flatMap(it -> SharedFile.of(it.conversation(), it.message().content()))
                        .toList());
        journal.append(ThreadEvents.arrived(opened, placed));
        return recorded(news, places, opened);
    }

    private static List<Recorded> recorded(
            Collection<News> news, Map<Party, UUID> places, List<Opening> opened) {
        var fresh = opened.stream().map(Opening::id).collect(toSet());
        var recorded = new ArrayList<Recorded>();
        for (var it : news) {
            var conversation = requireNonNull(places.get(it.party()));
            for (var one : it.messages()) {
                recorded.add(
                        new Recorded(
                                conversation,
                                it.party().contact(),
                                fresh.contains(conversation),
                                one.message()));
            }
        }
        return recorded;
    }

    /** What was set aside, or has ended only just, goes on; together, for its agents' sake. */
    private Map<Party, UUID> goOn(Collection<News> news) {
        var touched = store.touch(news);
        var places = places(touched);
        var left = without(places, news);
        var since = left.isEmpty() ? Optional.<Instant>empty() : ends.reopensSince();
        var ended = since.map(it -> store.endedSince(left, it)).orElse(List.of());
        ends.goOn(
                touched.values().stream()
                        .filter(IncomingStore.Touched::slept)
                        .map(IncomingStore.Touched::conversation)
                        .toList(),
                ended);
        if (!ended.isEmpty()) {
            places.putAll(places(store.touch(left)));
        }
        return places;
    }

    private static Map<Party, UUID> places(Map<Party, IncomingStore.Touched> touched) {
        var places = new HashMap<Party, UUID>();
        touched.forEach((party, it) -> places.put(party, it.conversation()));
        return places;
    }

    private List<Recognized> withoutKnown(List<Recognized> messages) {
        var fresh = new LinkedHashMap<Origin, Recognized>();
        messages.forEach(it -> fresh.putIfAbsent(Origin.of(it.message()), it));
        store.known(fresh.keySet()).forEach(fresh::remove);
        return List.copyOf(fresh.values());
    }

    private Collection<News> byParty(List<Recognized> messages) {
        var news = new LinkedHashMap<Party, News>();
        for (var it : messages) {
            var party = new Party(it.message().channel(), it.contact());
            news.computeIfAbsent(party, who -> new News(ids.next(), who, new ArrayList<>()))
                    .messages()
                    .add(new Arrival(ids.next(), it.message()));
        }
        return news.values();
    }

    private static List<News> without(Map<Party, UUID> conversations, Collection<News> news) {
        return news.stream().filter(it -> !conversations.containsKey(it.party())).toList();
    }

    private List<Opening> open(List<News> news, Workload.Entrance entrance) {
        if (news.isEmpty()) {
            return List.of();
        }
        var wanted = news.stream().map(it -> new Opening(ids.next(), it, entrance)).toList();
        var ours = store.open(wanted, clock.instant());
        return wanted.stream().filter(it -> ours.contains(it.id())).toList();
    }

    /** What was said without us stands above what opens the conversation now. */
    private List<Opening> wake(List<News> news, Workload.Entrance entrance) {
        if (news.isEmpty()) {
            return List.of();
        }
        var woken = quiet.wake(news, entrance, clock.instant());
        var byParty = new HashMap<Party, News>();
        news.forEach(it -> byParty.put(it.party(), it));
        return woken.entrySet().stream()
                .map(it ->
                        new Opening(
                                it.getKey(), requireNonNull(byParty.get(it.getValue())), entrance))
                .toList();
    }

    private static List<Placed> place(Collection<News> news, Map<Party, UUID> conversations) {
        var placed = new ArrayList<Placed>();
        for (var it : news) {
            var conversation = conversations.get(it.party());
            if (conversation == null) {
                throw new ConcurrencyFailureException(
                        "A conversation went while it was looked for");
            }
            it.messages()
                    .forEach(message ->
                            placed.add(new Placed(message.id(), conversation, message.message())));
        }
        return placed;
    }
}
