package io.moked.contact;

import io.moked.channel.ChannelId;
import io.moked.channel.FromContact;
import io.moked.channel.Recipient;
import io.moked.channel.Sender;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who write to the tenant in scope. */
@Component
public class Contacts {

    private final ContactStore store;
    private final IdentityStore identities;
    private final IdentityHistory history;
    private final MergeStore merges;
    private final CardStore cards;
    private final Journal journal;
    private final Ids ids;

    Contacts(
            ContactStore store,
            IdentityStore identities,
            IdentityHistory history,
            MergeStore merges,
            CardStore cards,
            Journal journal,
            Ids ids) {
        this.store = store;
        this.identities = identities;
        this.history = history;
        this.merges = merges;
        this.cards = cards;
        this.journal = journal;
        this.ids = ids;
    }

    /**
     * Finds who told each of these; somebody new becomes a contact. Two servers that meet the same
     * person at once agree on one contact.
     */
    @Transactional
    public List<ContactId> recognize(List<? extends FromContact> told, Instant now) {
        var recognition = recognition(told);
        var writers = told.stream().map(recognition::recognize).toList();
        var seen = seen(told, writers, recognition.newcomers(), now);
        var newcomers = new LinkedHashMap<>(seen);
        newcomers.keySet().retainAll(recognition.newcomers());
        seen.keySet().removeAll(recognition.newcomers());
        store.add(newcomers);
        identities.take(recognition.former().stream().map(Former::identity).toList());
        history.keep(recognition.former());
        identities.give(recognition.given());
        identities.turn(recognition.turned());
        identities.see(recognition.sights());
        var changed = new HashSet<>(recognition.changed());
        changed.addAll(store.refresh(seen));
        store.makeFindable(changed);
        return writers.stream().map(ContactId::new).toList();
    }

    /** What is to be decided is read again once nobody else decides it. */
    private Recognition recognition(List<? extends FromContact> told) {
        var known = identities.find(identitiesOf(told));
        var first = new Recognition(known, ids::next);
        var unsettled = told.stream().filter(it -> !first.isSettled(it)).toList();
        if (unsettled.isEmpty()) {
            return first;
        }
        identities.lock();
        var undecided = identitiesOf(unsettled);
        undecided.forEach(known::remove);
        known.putAll(identities.findWithOthers(undecided));
        return new Recognition(known, ids::next);
    }

    private static List<Identity> identitiesOf(List<? extends FromContact> told) {
        return told.stream()
                .flatMap(it -> Identity.of(it.sender()))
                .flatMap(Identity::variants)
                .distinct()
                .toList();
    }

    /**
     * Who was seen, and when.
     *
     * @param sender as they call themselves in the last message that says so
     * @param wrote whether they wrote something
     * @param met whether they and the business have to do with each other
     */
    record Seen(Sender sender, Instant at, boolean wrote, boolean met) {}

    /** Newcomers, and whoever has done something themselves; nobody is seen in days to come. */
    private static Map<UUID, Seen> seen(
            List<? extends FromContact> told,
            List<UUID> writers,
            Set<UUID> newcomers,
            Instant now) {
        var seen = new LinkedHashMap<UUID, Seen>();
        for (int n = 0; n < writers.size(); n++) {
            var it = told.get(n);
            if (it.isTheirs() || newcomers.contains(writers.get(n))) {
                var at = it.at().isBefore(now) ? it.at() : now;
                var one = new Seen(it.sender(), at, it.isWritten(), it.isMeeting());
                seen.merge(writers.get(n), one, Contacts::latest);
            }
        }
        return seen;
    }

    private static Seen latest(Seen before, Seen now) {
        return new Seen(
                now.sender().name() == null ? before.sender() : now.sender(),
                before.at().isAfter(now.at()) ? before.at() : now.at(),
                before.wrote() || now.wrote(),
                before.met() || now.met());
    }

    /** How the address book of the business calls a contact; null if they do not stand in it. */
    public record Listed(UUID contact, @Nullable String name, Instant at) {}

    /** What people here call a contact stands; otherwise the address book's last word counts. */
    @Transactional
    public void call(List<Listed> names) {
        if (!names.isEmpty()) {
            var called = cards.list(names);
            store.makeFindable(called);
            journal.append(called.stream().map(it -> Fact.of("contact.changed", it)).toList());
        }
    }

    /** By the ids asked for, though one that was merged is told as the other. */
    @Transactional(readOnly = true)
    public Map<UUID, Contact> find(Collection<UUID> contacts) {
        return contacts.isEmpty() ? Map.of() : store.find(contacts);
    }

    /** Each as itself, also where it was merged. */
    @Transactional(readOnly = true)
    public Map<UUID, Contact> own(Collection<UUID> contacts) {
        return contacts.isEmpty() ? Map.of() : store.own(contacts);
    }

    @Transactional(readOnly = true)
    public Contact find(ContactId id) {
        var contact = store.find(List.of(id.value())).get(id.value());
        if (contact == null) {
            throw new NotFound();
        }
        return contact;
    }

    /** The contact and those merged into it: each has conversations of its own. */
    @Transactional(readOnly = true)
    public List<UUID> parts(UUID contact) {
        return merges.parts(contact);
    }

    /** Where a contact can be written to from a channel: to the identity that wrote there. */
    @Transactional(readOnly = true)
    public Recipient recipient(ContactId id, ChannelId from) {
        return identities.recipient(id, from);
    }

    /** Contacts whose name, username or phone contains the words, those seen last first. */
    @Transactional(readOnly = true)
    public Slice<Contact> search(String words, Page page) {
        return search(words, null, page);
    }

    /** Of those that match words and have a label too, the ones seen last are told at once. */
    @Transactional(readOnly = true)
    public Slice<Contact> search(String words, @Nullable String label, Page page) {
        if (!words.isBlank() && label != null) {
            var all = new Page(page.after(), Limit.SEARCHED_CONTACTS.value());
            return Slice.whole(
                    store.search(SearchWords.of(words), label, all).stream()
                            .limit(page.limit())
                            .toList());
        }
        var rows =
                words.isBlank()
                        ? store.list(label, page)
                        : store.search(SearchWords.of(words), null, page);
        return Slice.of(rows, page, contact -> new Cursor(contact.lastSeenAt(), contact.id()));
    }

    /**
     * The contacts that match, to narrow another list down: so many of those seen last, with those
     * merged into them.
     */
    @Transactional(readOnly = true)
    public List<UUID> matching(String words) {
        var page = new Page(Cursor.NEWEST, Limit.SEARCHED_CONTACTS.value());
        return merges.parts(search(words, page).items().stream().map(Contact::id).toList());
    }
}
