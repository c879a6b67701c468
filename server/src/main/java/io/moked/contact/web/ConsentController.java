package io.moked.contact.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.access.Users;
import io.moked.contact.Consents;
import io.moked.contact.Consents.Consent;
import io.moked.contact.ContactId;
import io.moked.contact.Contacts;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
        DECLARED,
        WITHDRAWN;

        @JsonValue
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Whether a contact wants marketing messages.
     *
     * @param marketing as they told WhatsApp; {@code declared} where only the business says that
     *     they want them, {@code withdrawn} where it says that they have taken that back
     * @param at when it was said or declared, if it was
     * @param words where the business has it from, if it was declared
     * @param by who declared it
     * @param history all that was declared, and what they last told WhatsApp; the newest first
     */
    record ConsentOfContact(
            MarketingConsent marketing,
            @Nullable Instant at,
            @Nullable String words,
            @Nullable String by,
            List<ConsentWord> history) {}

    /** What was once said or declared. */
    record ConsentWord(
            MarketingConsent marketing, Instant at, @Nullable String words, @Nullable String by) {}

    /**
     * What a contact told the business.
     *
     * @param wantsMarketing false where they have taken back that they do
     * @param words where the business has it from; needed where they want it
     */
    record ConsentDeclared(@NotNull Boolean wantsMarketing, @Nullable String words) {}

    /** Whether they want marketing messages, as they last told WhatsApp, or else the business. */
    @GetMapping
    @Requires(Permission.READ_CONTACTS)
    ConsentOfContact show(@PathVariable UUID id) {
        contacts.find(new ContactId(id));
        return told(id);
    }

    /**
     * Writes down what a contact told the business of marketing messages, beside what was written
     * down before. What they stopped at WhatsApp themselves, nobody else allows again: 409 {@code
     * marketing-stopped-by-contact}.
     */
    @PutMapping
    @Requires(Permission.EDIT_CONTACTS)
    ConsentOfContact declare(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody ConsentDeclared wanted) {
        var contact = new ContactId(id);
        contacts.find(contact);
        consents.declare(contact, wanted.wantsMarketing(), words(wanted), caller.user());
        return told(id);
    }

    private static String words(ConsentDeclared wanted) {
        var words = wanted.words() == null ? "" : wanted.words().strip();
        if (words.isEmpty() && wanted.wantsMarketing()) {
            throw new Invalid("words", "required");
        }
        if (words.length() > Limit.OPT_IN_CHARACTERS.value()) {
            throw new Invalid("words", "too-long");
        }
        return words;
    }

    private ConsentOfContact told(UUID id) {
        var counts = consents.of(Set.of(id)).get(id);
        var said = consents.history(new ContactId(id));
        var names =
                users.names(
                        said.stream()
                                .map(Consent::by)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        var history = said.stream().map(it -> word(it, names)).toList();
        if (counts == null) {
            return new ConsentOfContact(MarketingConsent.NOT_SAID, null, null, null, history);
        }
        var now = word(counts, names);
        return new ConsentOfContact(now.marketing(), now.at(), now.words(), now.by(), history);
    }

    private static ConsentWord word(Consent one, Map<UUID, String> names) {
        return new ConsentWord(
                MarketingConsent.valueOf(one.marketing().name()),
                one.at(),
                one.words() == null || one.words().isEmpty() ? null : one.words(),
                one.by() == null ? null : names.get(one.by()));
    }
}
