package io.moked.contact.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.Users;
import io.moked.contact.Consents;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a contact wants to be written. */
@RestController
@RequestMapping("/api/v1/contacts/{id}/consent")
class ConsentController {

    private final Contacts contacts;
    private final Consents consents;
    private final Users users;

    ConsentController(Contacts contacts, Consents consents, Users users) {
        this.contacts = contacts;
        this.consents = consents;
        this.users = users;
    }

    /** What is known of whether a contact wants marketing. */
    enum MarketingConsent {
        NOT_SAID,
        STOPPED,
        RESUMED,
        DECLARED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Whether a contact wants marketing messages.
     *
     * @param marketing as they told WhatsApp; {@code declared} where only the business says that
     *     they want them
     * @param at when it was said or declared, if it was
     * @param words where the business has it from, if it was declared
     * @param by who declared it
     */
    record ConsentOfContact(
            MarketingConsent marketing,
            @Nullable Instant at,
            @Nullable String words,
            @Nullable String by) {}

    /** Whether they want marketing messages, as they last told WhatsApp, or else the business. */
    @GetMapping
    @Requires(Permission.READ_CONTACTS)
    ConsentOfContact show(@PathVariable UUID id) {
        contacts.find(new ContactId(id));
        var consent = consents.of(List.of(id)).get(id);
        return consent == null
                ? new ConsentOfContact(MarketingConsent.NOT_SAID, null, null, null)
                : told(consent);
    }

    private ConsentOfContact told(Consents.Consent consent) {
        var marketing = MarketingConsent.valueOf(consent.marketing().name());
        var by = consent.by() == null ? null : users.names(Set.of(consent.by())).get(consent.by());
        return new ConsentOfContact(marketing, consent.at(), consent.words(), by);
    }
}
