package io.moked.contact.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.contact.Contact;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people who write to a tenant. */
@RestController
@RequestMapping("/api/v1/contacts")
class ContactsController {

    private final Contacts contacts;

    ContactsController(Contacts contacts) {
        this.contacts = contacts;
    }

    /**
     * Contacts whose name, username or phone contains {@code q}, those seen last first. A phone may
     * be written in any way; one or two letters are looked for where words begin.
     */
    @GetMapping
    @Requires(Permission.READ_CONTACTS)
    Slice<Contact> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var found = contacts.search(q, Page.of(cursor, limit));
        return new Slice<>(
                found.items().stream().map(ContactsController::told).toList(), found.next());
    }

    /** One contact. */
    @GetMapping("/{id}")
    @Requires(Permission.READ_CONTACTS)
    Contact show(@PathVariable UUID id) {
        return told(contacts.find(new ContactId(id)));
    }

    /** With the phone as people dial it. */
    private static Contact told(Contact contact) {
        return new Contact(
                contact.id(),
                contact.name(),
                contact.phone() == null ? null : "+" + contact.phone(),
                contact.username(),
                contact.language(),
                contact.firstSeenAt(),
                contact.lastSeenAt());
    }
}
