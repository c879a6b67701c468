package io.moked.contact.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.contact.Consents;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import java.time.Instant;
import java.util.Locale;
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

    ConsentController(Contacts contacts, Consents consents) {
        this.contacts = contacts;
        this.consents = consents;
    }

    /** A contact's last word on marketing. */
    enum MarketingConsent {
        NOT_SAID,
        STOPPED,
        RESUMED;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What a contact has told WhatsApp about messages of the business.
     *
     * @param at when they said so, if they did
     */
    record ConsentOfContact(MarketingConsent marketing, @Nullable Instant at) {}

    /** Whether they want marketing messages, as they last told WhatsApp. */
    @GetMapping
    @Requires(Permission.READ_CONTACTS)
    ConsentOfContact show(@PathVariable UUID id) {
        contacts.find(new ContactId(id));
        return consents.of(new ContactId(id))
                .map(it ->
                        new ConsentOfContact(
                                it.wantsMarketing()
                                        ? MarketingConsent.RESUMED
                                        : MarketingConsent.STOPPED,
                                it.at()))
                .orElse(new ConsentOfContact(MarketingConsent.NOT_SAID, null));
    }
}
