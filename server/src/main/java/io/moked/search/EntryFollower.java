package io.moked.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.moked.conversation.Message.Writings;
import io.moked.journal.Follower;
import io.moked.journal.JournalEntry;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Learns from the journal what was written and what has changed, beside the hot paths of both
 * directions, and reads it where it stands.
 */
@Component
class EntryFollower implements Follower {

    static final String NAME = "search";

    private static final Map<String, String> TELLING =
            Map.of(
                    "conversation.message-received", "messageId",
                    "conversation.reply-queued", "messageId",
                    "conversation.message-changed", "messageId",
                    "conversation.noted", "noteId");

    /** A history that a number brings along may be long. */
    private static final int PART = 500;

    /** What came in one piece was given its ids not long before it was told of. */
    private static final Duration LONGEST_TAKING_IN = Duration.ofMinutes(5);

    private final EntryStore store;
    private final Indexing indexing;
    private final Writings writings;

    EntryFollower(EntryStore store, Indexing indexing, Writings writings) {
        this.store = store;
        this.indexing = indexing;
        this.writings = writings;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** Tenants are locked in the order of their ids. */
    @Override
    public void follow(List<JournalEntry> entries) {
        entries.stream()
                .filter(it -> TELLING.containsKey(it.kind()) || isOfMany(it))
                .collect(groupingBy(it -> it.tenant().value(), TreeMap::new, toList()))
                .forEach((tenant, told) -> write(new TenantId(tenant), told));
    }

    private void write(TenantId tenant, List<JournalEntry> told) {
        store.lock(tenant);
        var ids = new LinkedHashSet<UUID>();
        var since = new LinkedHashMap<UUID, Instant>();
        for (var entry : told) {
            if (isOfMany(entry)) {
                since.merge(entry.subject(), entry.at(), EntryFollower::earlier);
            } else {
                one(entry).ifPresent(ids::add);
            }
        }
        since.forEach((conversation, at) -> ids.addAll(added(tenant, conversation, at)));
        var all = List.copyOf(ids);
        for (int at = 0; at < all.size(); at += PART) {
            indexing.write(tenant, all.subList(at, Math.min(all.size(), at + PART)));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Nothing where a fact, perhaps of an older server, does not say. */
    private static Optional<UUID> one(JournalEntry entry) {
        return Optional.ofNullable(TELLING.get(entry.kind()))
                .map(entry.details()::get)
                .map(UUID::fromString);
    }

    private static boolean isOfMany(JournalEntry entry) {
        return entry.kind().equals("conversation.messages-added");
    }

    private List<UUID> added(TenantId tenant, UUID conversation, Instant at) {
        var since = Ids.from(at.minus(LONGEST_TAKING_IN));
        return TenantScope.call(tenant, () -> writings.addedTo(conversation, since));
    }
}
