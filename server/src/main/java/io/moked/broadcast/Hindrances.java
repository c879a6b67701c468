package io.moked.broadcast;

import io.moked.contact.Consents;
import io.moked.contact.Contact;
import io.moked.contact.Selections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which recipients must not, or cannot, be written to. */
@Component
class Hindrances {

    private final RecipientStore recipients;
    private final Consents consents;
    private final Selections contacts;

    Hindrances(RecipientStore recipients, Consents consents, Selections contacts) {
        this.recipients = recipients;
        this.consents = consents;
        this.contacts = contacts;
    }

    /**
     * Why each of them is not written to; whoever is missing may be.
     *
     * @param forms what each would be sent
     * @param people as they are known by the ids of recipients: one merged meanwhile as the other
     */
    Map<UUID, Skip> of(
            Broadcast broadcast, Forms forms, List<UUID> due, Map<UUID, Contact> people) {
        var heads = people.values().stream().map(Contact::id).distinct().toList();
        var reachable = contacts.reachable(due);
        var unwilling = unwilling(due, heads);
        var writtenTo = writtenTo(broadcast, heads);
        var skipped = new HashMap<UUID, Skip>();
        for (var recipient : due) {
            var contact = people.get(recipient);
            if (contact == null) {
                skipped.put(recipient, Skip.GONE);
            } else if (writtenTo.contains(contact.id())) {
                skipped.put(recipient, Skip.MERGED);
            } else if (!reachable.contains(recipient)) {
                skipped.put(recipient, Skip.UNREACHABLE);
            } else if (broadcast.isMarketing(forms.categoryFor(contact.language()))
                    && (unwilling.contains(recipient) || unwilling.contains(contact.id()))) {
                skipped.put(recipient, Skip.OPTED_OUT);
            } else {
                writtenTo.add(contact.id());
            }
        }
        return skipped;
    }

    /** Who has been written to already, as whichever of the contacts that are one person now. */
    private Set<UUID> writtenTo(Broadcast broadcast, List<UUID> heads) {
        var persons = contacts.merged(heads);
        heads.forEach(it -> persons.put(it, it));
        var writtenTo = new HashSet<UUID>();
        recipients
                .writtenTo(new BroadcastId(broadcast.id()), persons.keySet())
                .forEach(it -> writtenTo.add(persons.get(it)));
        return writtenTo;
    }

    private Set<UUID> unwilling(List<UUID> due, List<UUID> heads) {
        var unwilling = new HashSet<>(due);
        unwilling.addAll(heads);
        unwilling.removeAll(consents.mayReceiveMarketing(Set.copyOf(unwilling)));
        return unwilling;
    }
}
