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
     * @param people as they are known by the ids of recipients: one merged meanwhile as the other
     */
    Map<UUID, Skip> of(Broadcast broadcast, List<UUID> due, Map<UUID, Contact> people) {
        var heads = people.values().stream().map(Contact::id).distinct().toList();
        var reachable = contacts.reachable(due);
        var unwilling = broadcast.isMarketing() ? unwilling(due, heads) : Set.<UUID>of();
        var recipientsToo = recipients.among(new BroadcastId(broadcast.id()), heads);
        var skipped = new HashMap<UUID, Skip>();
        for (var recipient : due) {
            var contact = people.get(recipient);
            if (contact == null) {
                skipped.put(recipient, Skip.GONE);
            } else if (!contact.id().equals(recipient) && recipientsToo.contains(contact.id())) {
                skipped.put(recipient, Skip.MERGED);
            } else if (!reachable.contains(recipient)) {
                skipped.put(recipient, Skip.UNREACHABLE);
            } else if (unwilling.contains(recipient) || unwilling.contains(contact.id())) {
                skipped.put(recipient, Skip.OPTED_OUT);
            }
        }
        return skipped;
    }

    private Set<UUID> unwilling(List<UUID> due, List<UUID> heads) {
        var unwilling = new HashSet<>(due);
        unwilling.addAll(heads);
        unwilling.removeAll(consents.mayReceiveMarketing(Set.copyOf(unwilling)));
        return unwilling;
    }
}
