package io.moked.contact.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.contact.ContactCards;
import io.moked.contact.ContactId;
import io.moked.contact.Merges;
import io.moked.contact.web.ContactViews.ContactCard;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which contacts are one person. */
@RestController
@RequestMapping("/api/v1/contacts/{id}/merge")
class MergesController {

    private final Merges merges;
    private final ContactCards cards;
    private final ContactViews views;

    MergesController(Merges merges, ContactCards cards, ContactViews views) {
        this.merges = merges;
        this.cards = cards;
        this.views = views;
    }

    record Merging(@NotNull UUID into) {}

    /**
     * Declares a contact to be the same person as another, and answers that one. Each keeps its
     * identities and conversations, and answers go to whoever wrote there. 409 {@code
     * contact-already-merged}.
     */
    @PutMapping
    @Requires(Permission.MERGE_CONTACTS)
    ContactCard merge(SignedIn caller, @PathVariable UUID id, @Valid @RequestBody Merging merging) {
        merges.merge(new ContactId(id), new ContactId(merging.into()), caller.user());
        return views.of(cards.find(new ContactId(merging.into())));
    }

    /** Undoes it, exactly. 409 {@code contact-not-merged}. */
    @DeleteMapping
    @Requires(Permission.MERGE_CONTACTS)
    ContactCard separate(SignedIn caller, @PathVariable UUID id) {
        merges.separate(new ContactId(id), caller.user());
        return views.of(cards.find(new ContactId(id)));
    }
}
