package io.moked.contact;

import io.moked.access.UserId;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people of the business write down about a contact, and all that is known of one. */
@Component
public class ContactCards {

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final Contacts contacts;
    private final CardStore cards;
    private final MergeStore merges;
    private final IdentityHistory history;
    private final ContactStore store;
    private final Journal journal;

    ContactCards(
            Contacts contacts,
            CardStore cards,
            MergeStore merges,
            IdentityHistory history,
            ContactStore store,
            Journal journal) {
        this.contacts = contacts;
        this.cards = cards;
        this.merges = merges;
        this.history = history;
        this.store = store;
        this.journal = journal;
    }

    /**
     * What is to be otherwise; null leaves it as it is.
     *
     * @param name empty, to call them again as they call themselves
     * @param language two letters (ISO 639), or empty for none
     * @param timeZone as IANA calls it, or empty for what the phone tells
     */
    public record Changes(
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable List<String> labels) {}

    /** All that is known of who somebody is. */
    @Transactional(readOnly = true)
    public Person find(ContactId id) {
        var contact = contacts.find(id);
        var head = contact.id();
        var own = contacts.find(new ContactId(head));
        var parts = merges.parts(head);
        var others = contacts.find(history.sharing(parts));
        var names = cards.names(head);
        return new Person(
                own,
                names.given(),
                names.profile(),
                history.of(parts),
                merges.of(head),
                List.copyOf(others.values()));
    }

    /** The names as they are given by hand and by the contact. */
    record NamesOfOne(@Nullable String given, @Nullable String profile) {}

    /** What is written of a contact that was merged is written of the one it counts as. */
    @Transactional
    public void change(ContactId id, Changes changes, UserId by) {
        var head = contacts.find(id).id();
        if (changes.name() != null) {
            cards.call(head, textOrNull(changes.name(), "name", Limit.CONTACT_NAME_CHARACTERS));
        }
        if (changes.language() != null) {
            cards.speak(head, oneOf(changes.language(), "language", LANGUAGES));
        }
        if (changes.timeZone() != null) {
            var zones = ZoneId.getAvailableZoneIds();
            cards.locate(head, oneOf(changes.timeZone(), "timeZone", zones));
        }
        if (changes.labels() != null) {
            cards.label(head, labels(changes.labels()));
            cards.makeChoosable(List.of(head));
        }
        store.makeFindable(List.of(head));
        journal.append(Fact.of("contact.changed", head).by(by.value()));
    }

    private static @Nullable String textOrNull(String text, String field, Limit most) {
        var words = text.strip();
        if (words.length() > most.value()) {
            throw new Invalid(field, "too-long");
        }
        return words.isEmpty() ? null : words;
    }

    private static @Nullable String oneOf(String word, String field, Set<String> known) {
        if (word.isEmpty()) {
            return null;
        }
        if (!known.contains(word)) {
            throw new Invalid(field, "unknown-value");
        }
        return word;
    }

    static List<String> labels(List<String> labels) {
        var clean = labels.stream().map(String::strip).distinct().toList();
        if (clean.size() > Limit.LABELS.value()) {
            throw new Invalid("labels", "too-many");
        }
        for (var label : clean) {
            if (label.isEmpty() || label.length() > Limit.LABEL_CHARACTERS.value()) {
                throw new Invalid("labels", "out-of-range");
            }
        }
        return clean;
    }

    /** Every label that a contact has, to choose from. */
    @Transactional(readOnly = true)
    public List<String> labels() {
        return cards.labels();
    }
}
