package io.moked.contact;

import io.moked.channel.Sender;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which identities belong to whom, as far as one batch of senders needs to know. */
final class KnownIdentities {

    private final Map<Identity, UUID> contacts;

    KnownIdentities(Map<Identity, UUID> contacts) {
        this.contacts = new LinkedHashMap<>(contacts);
    }

    @Nullable UUID contactOf(Sender sender) {
        for (var identity : Identity.of(sender)) {
            var contact = contacts.get(identity);
            if (contact != null) {
                return contact;
            }
        }
        return null;
    }

    boolean contains(UUID contact) {
        return contacts.containsValue(contact);
    }

    void learn(KnownIdentities more) {
        contacts.putAll(more.contacts);
    }

    /**
     * Identities that came with a known one and are new themselves; they belong to the same person.
     */
    Map<Identity, UUID> missing(Collection<Sender> senders) {
        var missing = new LinkedHashMap<Identity, UUID>();
        for (var sender : senders) {
            var contact = contactOf(sender);
            for (var identity : Identity.of(sender)) {
                if (contact != null && !contacts.containsKey(identity)) {
                    missing.put(identity, contact);
                }
            }
        }
        return missing;
    }
}
