package io.moked.realtime;

import static io.moked.access.Permission.ANSWER_CONVERSATIONS;
import static io.moked.access.Permission.IMPORT_CONTACTS;
import static io.moked.access.Permission.MANAGE_AUDIENCES;
import static io.moked.access.Permission.MANAGE_DEPARTMENTS;
import static io.moked.access.Permission.READ_AUDIT;
import static io.moked.access.Permission.READ_CONTACTS;
import static io.moked.access.Permission.READ_CONVERSATIONS;
import static io.moked.access.Permission.READ_USERS;
import static io.moked.access.Permission.SEND_BROADCASTS;
import static java.util.Map.entry;

import io.moked.access.Permission;
import io.moked.access.SignedIn;
import io.moked.conversation.Conversation.Place;
import io.moked.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom entries concern.
 *
 * @param conversations where those stand that entries tell of; null where every listener may read
 *     all conversations
 * @param files where those were sent, likewise
 */
record Audience(@Nullable Map<UUID, Place> conversations, @Nullable Map<UUID, List<Place>> files) {

    /** Of all conversations, for listeners that none of them is kept from. */
    static final Audience EVERYWHERE = new Audience(null, null);

    /** What it takes to hear of a room. What is not here, nobody hears. */
    private static final Map<String, Permission> NEEDED =
            Map.ofEntries(
                    entry("agent", READ_USERS),
                    entry("audience", MANAGE_AUDIENCES),
                    entry("broadcast", SEND_BROADCASTS),
                    entry("canned", ANSWER_CONVERSATIONS),
                    entry("contact", READ_CONTACTS),
                    entry("contactlist", IMPORT_CONTACTS),
                    entry("conversation", READ_CONVERSATIONS),
                    entry("ending", READ_CONVERSATIONS),
                    entry("greeting", MANAGE_DEPARTMENTS),
                    entry("hours", MANAGE_DEPARTMENTS),
                    entry("media", READ_CONVERSATIONS),
                    entry("channel", READ_CONVERSATIONS),
                    entry("routing", READ_CONVERSATIONS),
                    entry("target", READ_CONVERSATIONS),
                    entry("rule", READ_CONVERSATIONS),
                    entry("template", READ_CONVERSATIONS),
                    entry("access", READ_AUDIT),
                    entry("audit", READ_AUDIT),
                    entry("invitation", READ_AUDIT),
                    entry("metaapp", READ_AUDIT),
                    entry("operations", READ_AUDIT),
                    entry("signin", READ_AUDIT));

    static boolean isLimited(SignedIn listener) {
        return !listener.reach(READ_CONVERSATIONS).everything();
    }

    boolean includes(SignedIn listener, JournalEntry entry) {
        var needed = NEEDED.get(room(entry));
        return needed != null
                && listener.may(needed)
                && isForThem(listener, entry)
                && (!isLimited(listener) || isWithinReach(listener, entry));
    }

    /** A notice is for one person. */
    private static boolean isForThem(SignedIn listener, JournalEntry entry) {
        var noticed = entry.details().get("notifiedId");
        return noticed == null || noticed.equals(listener.user().value().toString());
    }

    private boolean isWithinReach(SignedIn listener, JournalEntry entry) {
        return switch (room(entry)) {
            case "conversation" -> wasTheirs(listener, entry) || isTheirs(listener, entry);
            case "target" -> isOfADepartment(entry) || isTheirs(listener, entry);
            case "media" ->
                    files != null
                            && files.getOrDefault(entry.subject(), List.of()).stream()
                                    .anyMatch(it -> it.isWithin(listener, READ_CONVERSATIONS));
            default -> true;
        };
    }

    /** Of targets, whatever else is told is about a conversation. */
    private static boolean isOfADepartment(JournalEntry entry) {
        return entry.kind().equals("target.changed");
    }

    private boolean isTheirs(SignedIn listener, JournalEntry entry) {
        var place = conversations == null ? null : conversations.get(entry.subject());
        return place != null && place.isWithin(listener, READ_CONVERSATIONS);
    }

    /**
     * Whoever has just lost a conversation must hear of it, and so must the department; so must
     * whoever is asked to take one.
     */
    private static boolean wasTheirs(SignedIn listener, JournalEntry entry) {
        var department = entry.details().get("previousDepartmentId");
        var own = listener.user().value().toString();
        return own.equals(entry.details().get("previousAssigneeId"))
                || own.equals(entry.details().get("colleagueId"))
                || department != null
                        && listener.reach(READ_CONVERSATIONS).includes(UUID.fromString(department));
    }

    static String room(JournalEntry entry) {
        return entry.kind().substring(0, entry.kind().indexOf('.'));
    }
}
