package io.moked.realtime;

import static io.moked.access.Permission.READ_CONVERSATIONS;

import io.moked.access.SignedIn;
import io.moked.conversation.Conversation.Place;
import io.moked.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom entries concern: for people who may read the conversations of some departments only. */
record Audience(@Nullable Map<UUID, Place> conversations, @Nullable Map<UUID, List<Place>> files) {

    static final Audience EVERYBODY = new Audience(null, null);

    static boolean isLimited(SignedIn listener) {
        return !listener.reach(READ_CONVERSATIONS).everything();
    }

    boolean includes(SignedIn listener, JournalEntry entry) {
        if (!isLimited(listener)) {
            return true;
        }
        return switch (room(entry)) {
            case "conversation" -> wasTheirs(listener, entry) || isTheirs(listener, entry);
            case "media" ->
                    files != null
                            && files.getOrDefault(entry.subject(), List.of()).stream()
                                    .anyMatch(it -> it.isWithin(listener, READ_CONVERSATIONS));
            default -> true;
        };
    }

    private boolean isTheirs(SignedIn listener, JournalEntry entry) {
        var place = conversations == null ? null : conversations.get(entry.subject());
        return place != null && place.isWithin(listener, READ_CONVERSATIONS);
    }

    /** Whoever has just lost a conversation must hear of it. */
    private static boolean wasTheirs(SignedIn listener, JournalEntry entry) {
        return listener.user().value().toString().equals(entry.details().get("previousAssigneeId"));
    }

    static String room(JournalEntry entry) {
        return entry.kind().substring(0, entry.kind().indexOf('.'));
    }
}
