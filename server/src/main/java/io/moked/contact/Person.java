package io.moked.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of who a contact is.
 *
 * @param givenName as the business calls them, whatever they call themselves
 * @param profileName as they call themselves
 * @param knownAs identities in use and given up, also those of contacts merged into this one
 * @param merges those that stand and those undone, newest first
 * @param sharing other contacts with a phone or id that is or was also this one's: the same person
 *     perhaps, or a number that went to somebody else
 */
public record Person(
        Contact contact,
        @Nullable String givenName,
        @Nullable String profileName,
        List<KnownAs> knownAs,
        List<Merge> merges,
        List<Contact> sharing) {

    /**
     * An identity and when it was a contact's.
     *
     * @param until null for what is in use
     * @param replacedBy what they have in its place
     * @param passedTo the contact who has it now
     */
    public record KnownAs(
            UUID contact,
            String kind,
            String value,
            Instant since,
            Instant seenAt,
            @Nullable Instant until,
            @Nullable String replacedBy,
            @Nullable UUID passedTo) {}

    /** Somebody declared a contact to be the same person as another. */
    public record Merge(
            UUID id,
            UUID contact,
            UUID into,
            Instant at,
            UUID by,
            @Nullable Instant separatedAt,
            @Nullable UUID separatedBy) {}
}
