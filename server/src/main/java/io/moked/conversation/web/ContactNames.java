package io.moked.conversation.web;

import io.moked.access.Names;
import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.conversation.Conversations;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A conversation is called by whom it is with. */
@Component
class ContactNames implements Names {

    private final Conversations all;
    private final Contacts contacts;

    ContactNames(Conversations all, Contacts contacts) {
        this.all = all;
        this.contacts = contacts;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        if (!reader.may(Permission.READ_CONVERSATIONS)) {
            return Map.of();
        }
        var within =
                all.places(things).entrySet().stream()
                        .filter(it -> it.getValue().isWithin(reader, Permission.READ_CONVERSATIONS))
                        .map(Map.Entry::getKey)
                        .toList();
        var conversations = all.contacts(within);
        var found = contacts.find(conversations.values());
        var names = new HashMap<UUID, String>();
        conversations.forEach((conversation, contact) -> {
            var name = nameOf(found.get(contact));
            if (!name.isEmpty()) {
                names.put(conversation, name);
            }
        });
        return names;
    }

    private static String nameOf(@Nullable Contact contact) {
        if (contact == null) {
            return "";
        }
        if (contact.name() != null) {
            return contact.name();
        }
        return contact.phone() == null ? "" : "+" + contact.phone();
    }
}
