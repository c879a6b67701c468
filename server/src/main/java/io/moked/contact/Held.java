package io.moked.contact;

import io.moked.channel.FromContact;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose an identity is.
 *
 * @param since when the message was written that said so
 * @param seenAt when it last wrote, to the hour
 * @param until since when another is used in its place; null while it is the one to write to
 * @param replacedBy which that is, if the network told
 * @param channels to which it has written
 */
record Held(
        UUID contact,
        Instant since,
        Instant seenAt,
        @Nullable Instant until,
        @Nullable String replacedBy,
        Set<UUID> channels) {

    /** What is written at every message costs every message. */
    private static final Duration PRECISION = Duration.ofHours(1);

    static Held now(UUID contact, FromContact message) {
        return new Held(
                contact, message.at(), message.at(), null, null, Set.of(message.channel().value()));
    }

    boolean isNews(FromContact message) {
        return seenAt.isBefore(message.at().minus(PRECISION))
                || !channels.contains(message.channel().value());
    }

    Held seen(FromContact message) {
        var all = new HashSet<>(channels);
        all.add(message.channel().value());
        var latest = seenAt.isAfter(message.at()) ? seenAt : message.at();
        return new Held(contact, since, latest, until, replacedBy, Set.copyOf(all));
    }

    Held ended(Instant at, @Nullable String by) {
        return new Held(contact, since, seenAt, at, by, channels);
    }

    /** Whether it has been given up, and is used again now. */
    boolean isUsedAgain(Instant at) {
        return until != null && until.isBefore(at);
    }

    Held usedAgain(Instant at) {
        return new Held(contact, at, seenAt, null, null, channels);
    }
}
