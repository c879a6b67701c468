package io.moked.contactlist;

import io.moked.access.SignedIn;
import io.moked.audience.SegmentId;
import io.moked.audience.Segments;
import io.moked.contact.Consents;
import io.moked.contact.Consents.Consent;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.contact.Criteria;
import io.moked.contact.Selections;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contacts to be taken along. */
@Component
public class ContactExport {

    static final int PART = 500;

    private final Segments segments;
    private final Selections selections;
    private final Contacts contacts;
    private final Consents consents;
    private final Journal journal;

    ContactExport(
            Segments segments,
            Selections selections,
            Contacts contacts,
            Consents consents,
            Journal journal) {
        this.segments = segments;
        this.selections = selections;
        this.contacts = contacts;
        this.consents = consents;
        this.journal = journal;
    }

    /** A contact, and whether they want marketing as far as anybody said. */
    public record Taken(Contact contact, @Nullable Consent consent) {}

    /** Part of what is taken along; {@code next} is null where nothing follows. */
    public record Part(List<Taken> contacts, @Nullable UUID next) {}

    /**
     * Whom it is about, noting in the activity log who took it.
     *
     * @param segment those in it; null for all
     * @param label those who have it; null for all
     */
    @Transactional
    public Criteria begin(@Nullable UUID segment, @Nullable String label, SignedIn by) {
        var criteria =
                segment == null
                        ? new Criteria(labels(label), null, null, null, null, null, null, null)
                        : segments.find(new SegmentId(segment)).criteria();
        journal.append(
                Fact.of("contactlist.exported", by.tenant().value())
                        .with("segmentId", segment)
                        .by(by.user().value()));
        return criteria;
    }

    private static @Nullable List<String> labels(@Nullable String label) {
        return label == null || label.isEmpty() ? null : List.of(label);
    }

    /** In an order that new messages do not change, so that each is taken once. */
    @Transactional(readOnly = true)
    public Part part(Criteria criteria, @Nullable UUID after) {
        var page = selections.page(criteria, after, PART);
        var found = contacts.find(page);
        var said = consents.of(page);
        var taken =
                page.stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .map(it -> new Taken(it, said.get(it.id())))
                        .toList();
        return new Part(taken, page.size() < PART ? null : page.getLast());
    }
}
