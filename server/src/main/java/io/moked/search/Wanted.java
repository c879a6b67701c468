package io.moked.search;

import io.moked.conversation.Message.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for; null where it does not matter.
 *
 * @param words as they were typed
 * @param department where the conversation stands now
 * @param agent who wrote it
 * @param until before that moment
 * @param file whether there is a file with it
 */
public record Wanted(
        String words,
        @Nullable UUID channel,
        @Nullable UUID department,
        @Nullable UUID agent,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable By by,
        @Nullable Boolean file) {

    List<String> marks() {
        var marks = new ArrayList<String>();
        if (channel != null) {
            marks.add(Marks.channel(channel));
        }
        if (agent != null) {
            marks.add(Marks.author(agent));
        }
        if (by != null) {
            marks.add(Marks.by(by));
        }
        if (file != null) {
            marks.add(file ? Marks.WITH_FILE : Marks.WITHOUT_FILE);
        }
        return marks;
    }
}
