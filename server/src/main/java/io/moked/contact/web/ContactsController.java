package io.moked.contact.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.contact.Contact;
import io.moked.contact.ContactCards;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.contact.web.ContactViews.ContactCard;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The people who write to a tenant. */
@RestController
@RequestMapping("/api/v1")
class ContactsController {

    private final Contacts contacts;
    private final ContactCards cards;
    private final ContactViews views;

    ContactsController(Contacts contacts, ContactCards cards, ContactViews views) {
        this.contacts = contacts;
        this.cards = cards;
        this.views = views;
    }

    record ContactLabel(String name) {}

    /**
     * What is to be different; what is left out stays.
     *
     * @param name empty, to call them again as they call themselves
     * @param language two letters, such as {@code he}; empty for none
     * @param timeZone such as {@code Asia/Jerusalem}; empty for the one their phone tells
     */
    record ContactChanges(
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable List<String> labels) {}

    /**
     * Contacts whose name, username or phone contains {@code q} and who have a label, those seen
     * last first. A phone may be written in any way; one or two letters are looked for where words
     * begin. With both, what is told is the newest of those found, and nothing follows it.
     */
    @GetMapping("/contacts")
    @Requires(Permission.READ_CONTACTS)
    Slice<Contact> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String label,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var found = contacts.search(q, label, Page.of(cursor, limit));
        return new Slice<>(found.items().stream().map(ContactViews::told).toList(), found.next());
    }

    /** One contact; one that was merged is told as the one it counts as. */
    @GetMapping("/contacts/{id}")
    @Requires(Permission.READ_CONTACTS)
    ContactCard show(@PathVariable UUID id) {
        return views.of(cards.find(new ContactId(id)));
    }

    /** Changes what the business notes of a contact. */
    @PatchMapping("/contacts/{id}")
    @Requires(Permission.EDIT_CONTACTS)
    ContactCard change(
            SignedIn caller, @PathVariable UUID id, @RequestBody ContactChanges changes) {
        var contact = new ContactId(id);
        cards.change(
                contact,
                new ContactCards.Changes(
                        changes.name(), changes.language(), changes.timeZone(), changes.labels()),
                caller.user());
        return show(id);
    }

    /** Labels that contacts have, to choose from. */
    @GetMapping("/contact-labels")
    @Requires(Permission.READ_CONTACTS)
    Slice<ContactLabel> labels() {
        return Slice.whole(cards.labels().stream().map(ContactLabel::new).toList());
    }
}
