package io.moked.contact;

import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Ids;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two contacts taken for one person, by a person and never by a machine. Nothing moves: the merged
 * contact keeps its identities and conversations and only points to the other, so what is said in
 * them goes to whoever wrote, and separating them again restores exactly what was.
 */
@Component
public class Merges {

    private final MergeStore store;
    private final IdentityStore identities;
    private final ContactStore contacts;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Merges(
            MergeStore store,
            IdentityStore identities,
            ContactStore contacts,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.identities = identities;
        this.contacts = contacts;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** From now on the contact counts as the other one. */
    @Transactional
    public void merge(ContactId contact, ContactId into, UserId by) {
        identities.lock();
        var joined = contact.value();
        var head = standsFor(into.value());
        if (!standsFor(joined).equals(joined)) {
            throw new Refusals.AlreadyMerged();
        }
        if (head.equals(joined)) {
            throw into.equals(contact)
                    ? new Invalid("into", "the-same")
                    : new Refusals.AlreadyMerged();
        }
        store.add(ids.next(), joined, head, by.value(), clock.instant());
        settle(joined, head);
        journal.append(Fact.of("contact.merged", joined).with("into", head).by(by.value()));
    }

    /** The contact counts for itself again, together with those that had been merged into it. */
    @Transactional
    public void separate(ContactId contact, UserId by) {
        identities.lock();
        var left = contact.value();
        var head = standsFor(left);
        if (!store.end(left, by.value(), clock.instant())) {
            throw new Refusals.NotMerged();
        }
        settle(left, head);
        journal.append(Fact.of("contact.separated", left).with("from", head).by(by.value()));
    }

    private UUID standsFor(UUID contact) {
        return store.standsFor(contact).orElseThrow(NotFound::new);
    }

    private void settle(UUID contact, UUID head) {
        store.settle(contact);
        contacts.hide(contact);
        contacts.hide(head);
        contacts.makeFindable(List.of(contact, head));
    }
}
