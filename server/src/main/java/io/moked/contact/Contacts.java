package io.moked.contact;

import static java.util.Objects.requireNonNull;

import io.moked.channel.Recipient;
import io.moked.channel.Sender;
import io.moked.kernel.Cursor;
import io.moked.kernel.Ids;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who write to the tenant in scope. */
@Component
public class Contacts {

    private final ContactStore store;
    private final IdentityStore identities;
    private final Ids ids;

    Contacts(ContactStore store, IdentityStore identities, Ids ids) {
        this.store = store;
        this.identities = identities;
        this.ids = ids;
    }

    /**
     * Finds who wrote, by {@link Sender#address()}; somebody new becomes a contact. Two servers
     * that meet the same newcomer at once agree on one contact.
     */
    @Transactional
    public Map<String, ContactId> recognize(Collection<Sender> senders, Instant at) {
        var people = new LinkedHashMap<String, Sender>();
        senders.forEach(sender -> people.put(sender.address(), sender));
        var known = identities.find(people.values());
        if (people.values().stream().anyMatch(sender -> known.contactOf(sender) == null)) {
            welcome(people.values(), known, at);
        }
        identities.link(known.missing(people.values()));
        var recognized = new LinkedHashMap<String, ContactId>();
        people.forEach((address, sender) ->
                recognized.put(address, new ContactId(requireNonNull(known.contactOf(sender)))));
        store.refresh(people, recognized, at);
        return recognized;
    }

    /** The first to claim an identity makes the contact; whoever comes second finds it. */
    private void welcome(Collection<Sender> people, KnownIdentities known, Instant at) {
        var claims = new LinkedHashMap<Identity, UUID>();
        for (var sender : people) {
            if (known.contactOf(sender) == null) {
                claims.put(Identity.surestOf(sender), ids.next());
            }
        }
        identities.link(claims);
        known.learn(identities.find(people));
        claims.values().removeIf(contact -> !known.contains(contact));
        store.add(claims.values(), at);
    }

    @Transactional(readOnly = true)
    public Map<UUID, Contact> find(Collection<UUID> contacts) {
        return contacts.isEmpty() ? Map.of() : store.find(contacts);
    }

    @Transactional(readOnly = true)
    public Contact find(ContactId id) {
        var contact = store.find(List.of(id.value())).get(id.value());
        if (contact == null) {
            throw new NotFound();
        }
        return contact;
    }

    /** Where contacts can be written to. */
    @Transactional(readOnly = true)
    public Recipient recipient(ContactId id) {
        return identities.recipient(id);
    }

    /** Contacts whose name or phone contains the words, those seen last first. */
    @Transactional(readOnly = true)
    public Slice<Contact> search(String words, Page page) {
        var rows = store.search(words.strip(), page);
        return Slice.of(rows, page, contact -> new Cursor(contact.lastSeenAt(), contact.id()));
    }

    /** The ids of at most {@code limit} contacts that match, to narrow another list down. */
    @Transactional(readOnly = true)
    public List<UUID> matching(String words, int limit) {
        return search(words, Page.of(null, limit)).items().stream().map(Contact::id).toList();
    }
}
