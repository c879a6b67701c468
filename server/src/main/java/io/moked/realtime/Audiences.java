package io.moked.realtime;

import io.moked.conversation.Conversations;
import io.moked.conversation.Threads;
import io.moked.journal.JournalEntry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds out whom entries of the tenant in scope concern, as things stand now. */
@Component
class Audiences {

    private final Conversations conversations;
    private final Threads threads;

    Audiences(Conversations conversations, Threads threads) {
        this.conversations = conversations;
        this.threads = threads;
    }

    Audience of(List<JournalEntry> entries) {
        return new Audience(
                conversations.places(subjects(entries, Set.of("conversation", "target"))),
                threads.placesOfMedia(subjects(entries, Set.of("media"))));
    }

    private static Set<UUID> subjects(List<JournalEntry> entries, Set<String> rooms) {
        return entries.stream()
                .filter(entry -> rooms.contains(Audience.room(entry)))
                .map(JournalEntry::subject)
                .collect(Collectors.toSet());
    }
}
