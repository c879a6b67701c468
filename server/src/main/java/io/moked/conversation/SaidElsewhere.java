package io.moked.conversation;

import static io.moked.database.SqlValues.column;
import static io.moked.database.SqlValues.uuid;
import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;

import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Overheard;
import io.moked.contact.ContactId;
import io.moked.contact.Listing;
import io.moked.conversation.Incoming.Origin;
import io.moked.conversation.Incoming.Party;
import io.moked.conversation.MessageStore.SharedFile;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what was said on a number without us, in the conversation that is open, or else in one that
 * nobody has to answer: it is resolved from the start, and opens when the contact writes. Nobody is
 * called by it, nothing of it is unread, and nobody's work on a conversation changes.
 */
@Component
public class SaidElsewhere {

    /** What is open comes before what nobody answers; locked in the order of their ids. */
    private static final String TOUCH =
            """
            with said as (
                select * from unnest(:channels::uuid[], :contacts::uuid[], :times::timestamptz[], :ids::uuid[],
                    :inbound::timestamptz[]) as s (channel_id, contact_id, at, id, inbound_at)
            ), place as (
                select distinct on (c.channel_id, c.contact_id) c.id as conversation_id, s.at, s.id, s.inbound_at
                from said s join conversation.conversation c on c.channel_id = s.channel_id and c.contact_id = s.contact_id
                where c.status <> 'resolved' or c.handler = 'nobody'
                order by c.channel_id, c.contact_id, c.status <> 'resolved' desc
            ), locked as (
                select p.* from place p join conversation.conversation c on c.id = p.conversation_id
                order by c.id for no key update of c
            )
            update conversation.conversation c
            set last_inbound_at = greatest(c.last_inbound_at, p.inbound_at),
                last_message_id = case when p.id is not null and (c.last_message_id is null or p.at >= c.last_message_at)
                    then p.id else c.last_message_id end,
                last_message_at = case when p.id is null then c.last_message_at
                    when c.last_message_id is null then p.at else greatest(c.last_message_at, p.at) end
            from locked p where c.id = p.conversation_id
            returning c.id, c.channel_id, c.contact_id
            """;

    private final JdbcClient jdbc;
    private final IncomingStore store;
    private final MessageStore messages;
    private final Listing contacts;
    private final Receipts receipts;
    private final Journal journal;
    private final Ids ids;

    SaidElsewhere(
            JdbcClient jdbc,
            IncomingStore store,
            MessageStore messages,
            Listing contacts,
            Receipts receipts,
            Journal journal,
            Ids ids) {
        this.jdbc = jdbc;
        this.store = store;
        this.messages = messages;
        this.contacts = contacts;
        this.receipts = receipts;
        this.journal = journal;
        this.ids = ids;
    }

    /** A message, and whom it was said with. */
    public record Recognized(ContactId contact, Overheard message) {}

    /** A message that has its id; a mere sign is no line of the thread. */
    record Line(UUID id, Overheard message) {

        boolean isSign() {
            return message.content() instanceof Content.Reaction;
        }

        @Nullable String about() {
            var context = message.context();
            return isSign() && context != null ? context.quotes() : null;
        }

        Message.Author.Kind author() {
            return switch (message.by()) {
                case CONTACT -> Message.Author.Kind.CONTACT;
                case PHONE -> Message.Author.Kind.PHONE;
                case ASSISTANT -> Message.Author.Kind.ASSISTANT;
            };
        }
    }

    /** A message with its place. */
    record Placed(UUID conversation, Line line) {

        Overheard message() {
            return line.message();
        }
    }

    /** What was said with one contact. */
    record Talk(Party party, List<Line> lines) {

        Instant first() {
            return lines.stream().map(it -> it.message().at()).min(naturalOrder()).orElseThrow();
        }

        @Nullable Line last() {
            return lines.stream()
                    .filter(it -> !it.isSign())
                    .max(comparing((Line it) -> it.message().at()).thenComparing(Line::id))
                    .orElse(null);
        }

        /** Only what contacts say once the number is connected lets the business write. */
        @Nullable Instant lastInbound() {
            return lines.stream()
                    .map(Line::message)
                    .filter(it -> it.by() == Overheard.By.CONTACT && !it.isPast())
                    .map(Overheard::at)
                    .max(naturalOrder())
                    .orElse(null);
        }
    }

    /** Keeps what is new; what has been kept before changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<Recognized> overheard) {
        var talks = byParty(withoutKnown(overheard));
        if (talks.isEmpty()) {
            return;
        }
        contacts.met(writtenTo(talks));
        var places = touch(talks);
        store.openQuietly(without(places, talks), ids::next);
        places.putAll(touch(without(places, talks)));
        if (!without(places, talks).isEmpty()) {
            throw new ConcurrencyFailureException("A conversation went while it was looked for");
        }
        var placed =
                talks.stream()
                        .flatMap(it ->
                                it.lines().stream()
                                        .map(line -> new Placed(place(places, it), line)))
                        .toList();
        receipts.naming(named(placed), () -> store.keep(placed));
        messages.share(
                placed.stream()
                        .flatMap(it -> SharedFile.of(it.conversation(), it.message().content()))
                        .toList());
        var told = talks.stream().map(it -> place(places, it));
        journal.append(told.map(it -> ThreadEvents.fact("messages-added", it)).toList());
    }

    private static List<UUID> writtenTo(List<Talk> talks) {
        return talks.stream()
                .filter(it -> it.lines().stream().anyMatch(line -> !line.message().isTheirs()))
                .map(it -> it.party().contact().value())
                .toList();
    }

    private static UUID place(Map<Party, UUID> places, Talk talk) {
        return Objects.requireNonNull(places.get(talk.party()));
    }

    /** Receipts are about what the business has written; nobody waits for the names of the rest. */
    private static List<Origin> named(List<Placed> placed) {
        return placed.stream()
                .map(Placed::message)
                .filter(it -> it.by() != Overheard.By.CONTACT)
                .map(it -> Origin.of(it))
                .toList();
    }

    private List<Recognized> withoutKnown(List<Recognized> overheard) {
        var fresh = new LinkedHashMap<Origin, Recognized>();
        overheard.forEach(it -> fresh.putIfAbsent(Origin.of(it.message()), it));
        store.known(fresh.keySet()).forEach(fresh::remove);
        return List.copyOf(fresh.values());
    }

    private List<Talk> byParty(List<Recognized> overheard) {
        var talks = new LinkedHashMap<Party, Talk>();
        for (var it : overheard) {
            var party = new Party(it.message().channel(), it.contact());
            talks.computeIfAbsent(party, who -> new Talk(who, new ArrayList<>()))
                    .lines()
                    .add(new Line(ids.next(), it.message()));
        }
        return List.copyOf(talks.values());
    }

    private static List<Talk> without(Map<Party, UUID> places, Collection<Talk> talks) {
        return talks.stream().filter(it -> !places.containsKey(it.party())).toList();
    }

    private Map<Party, UUID> touch(List<Talk> talks) {
        var touched = new HashMap<Party, UUID>();
        if (talks.isEmpty()) {
            return touched;
        }
        jdbc.sql(TOUCH)
                .param("channels", column(talks, it -> it.party().channel().value()))
                .param("contacts", column(talks, it -> it.party().contact().value()))
                .param("times", column(talks, SaidElsewhere::lastAt))
                .param("ids", column(talks, SaidElsewhere::lastId))
                .param("inbound", column(talks, Talk::lastInbound))
                .query(row -> {
                    touched.put(
                            new Party(
                                    new ChannelId(uuid(row, "channel_id")),
                                    new ContactId(uuid(row, "contact_id"))),
                            uuid(row, "id"));
                });
        return touched;
    }

    private static Instant lastAt(Talk talk) {
        var last = talk.last();
        return last == null ? talk.first() : last.message().at();
    }

    private static @Nullable UUID lastId(Talk talk) {
        var last = talk.last();
        return last == null ? null : last.id();
    }
}
