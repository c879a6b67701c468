package io.moked.contact.web;

import io.moked.access.Users;
import io.moked.contact.Contact;
import io.moked.contact.Contacts;
import io.moked.contact.Person;
import io.moked.contact.Person.KnownAs;
import io.moked.contact.Person.Merge;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts as the API tells them. */
@Component
class ContactViews {

    private static final String PHONE = "phone";

    private final Contacts contacts;
    private final Users users;

    ContactViews(Contacts contacts, Users users) {
        this.contacts = contacts;
        this.users = users;
    }

    /**
     * All that is known of who somebody is.
     *
     * @param givenName as the business calls them
     * @param profileName as they call themselves
     * @param identities what they are and were known by, those in use first
     * @param merges contacts merged into this one, and separated again; newest first
     * @param sharing other contacts with a phone or id that is or was this one's too: nobody but a
     *     person can tell whether they are the same
     */
    record ContactCard(
            UUID id,
            @Nullable String name,
            @Nullable String givenName,
            @Nullable String profileName,
            @Nullable String phone,
            @Nullable String username,
            @Nullable String language,
            @Nullable String country,
            @Nullable String timeZone,
            List<String> labels,
            Instant firstSeenAt,
            Instant lastSeenAt,
            boolean hasWritten,
            List<IdentityView> identities,
            List<MergeView> merges,
            List<NamedContact> sharing) {}

    record NamedContact(UUID id, @Nullable String name, @Nullable String phone) {}

    /**
     * Something a contact is or was known by.
     *
     * @param kind {@code phone}, {@code network-id} (of this business), or {@code parent-id} (of
     *     all businesses of one owner)
     * @param contactId the merged contact whose it is; null where it is the contact's own
     * @param until since when it is not in use; null while it is
     * @param replacedBy what came in its place
     * @param passedTo the contact who has it now
     */
    record IdentityView(
            String kind,
            String value,
            @Nullable UUID contactId,
            Instant since,
            Instant lastSeenAt,
            @Nullable Instant until,
            @Nullable String replacedBy,
            @Nullable NamedContact passedTo) {}

    record MergedBy(UUID id, String name) {}

    /** Somebody declared two contacts to be one person. */
    record MergeView(
            NamedContact contact,
            NamedContact into,
            Instant at,
            MergedBy by,
            @Nullable Instant separatedAt,
            @Nullable MergedBy separatedBy) {}

    ContactCard of(Person person) {
        var contact = told(person.contact());
        var others = contacts.own(others(person));
        var names = users.names(users(person));
        return new ContactCard(
                contact.id(),
                contact.name(),
                person.givenName(),
                person.profileName(),
                contact.phone(),
                contact.username(),
                contact.language(),
                contact.country(),
                contact.timeZone(),
                contact.labels(),
                contact.firstSeenAt(),
                contact.lastSeenAt(),
                contact.hasWritten(),
                person.knownAs().stream().map(it -> view(it, contact.id(), others)).toList(),
                person.merges().stream().map(it -> view(it, others, names)).toList(),
                person.sharing().stream().map(ContactViews::named).toList());
    }

    private static Set<UUID> others(Person person) {
        var others = new HashSet<UUID>();
        person.knownAs().forEach(it -> others.add(it.passedTo()));
        person.merges().forEach(it -> others.addAll(List.of(it.contact(), it.into())));
        others.remove(null);
        return others;
    }

    private static Set<UUID> users(Person person) {
        var users = new HashSet<UUID>();
        person.merges().forEach(it -> users.add(it.by()));
        person.merges().forEach(it -> users.add(it.separatedBy()));
        users.removeIf(Objects::isNull);
        return users;
    }

    private static IdentityView view(KnownAs it, UUID contact, Map<UUID, Contact> others) {
        var isPhone = it.kind().equals(PHONE);
        return new IdentityView(
                it.kind(),
                isPhone ? dialled(it.value()) : it.value(),
                it.contact().equals(contact) ? null : it.contact(),
                it.since(),
                it.seenAt(),
                it.until(),
                it.replacedBy() != null && isPhone ? dialled(it.replacedBy()) : it.replacedBy(),
                it.passedTo() == null ? null : named(it.passedTo(), others));
    }

    private static MergeView view(Merge it, Map<UUID, Contact> others, Map<UUID, String> names) {
        return new MergeView(
                named(it.contact(), others),
                named(it.into(), others),
                it.at(),
                new MergedBy(it.by(), names.getOrDefault(it.by(), "")),
                it.separatedAt(),
                it.separatedBy() == null
                        ? null
                        : new MergedBy(it.separatedBy(), names.getOrDefault(it.separatedBy(), "")));
    }

    private static NamedContact named(UUID id, Map<UUID, Contact> others) {
        var known = others.get(id);
        return known == null ? new NamedContact(id, null, null) : named(known);
    }

    private static NamedContact named(Contact contact) {
        var told = told(contact);
        return new NamedContact(told.id(), told.name(), told.phone());
    }

    /** With the phone as people dial it. */
    static Contact told(Contact contact) {
        return new Contact(
                contact.id(),
                contact.name(),
                contact.phone() == null ? null : dialled(contact.phone()),
                contact.username(),
                contact.language(),
                contact.country(),
                contact.timeZone(),
                contact.labels(),
                contact.firstSeenAt(),
                contact.lastSeenAt(),
                contact.hasWritten());
    }

    private static String dialled(String phone) {
        return "+" + phone;
    }
}
