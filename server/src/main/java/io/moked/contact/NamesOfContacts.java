package io.moked.contact;

import io.moked.access.Names;
import io.moked.access.Permission;
import io.moked.access.SignedIn;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the activity log calls contacts. */
@Component
class NamesOfContacts implements Names {

    private final ContactStore store;

    NamesOfContacts(ContactStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        if (things.isEmpty() || !reader.may(Permission.READ_CONTACTS)) {
            return Map.of();
        }
        var names = new HashMap<UUID, String>();
        store.own(things)
                .forEach((id, contact) -> {
                    if (contact.name() != null) {
                        names.put(id, contact.name());
                    } else if (contact.phone() != null) {
                        names.put(id, "+" + contact.phone());
                    }
                });
        return names;
    }
}
