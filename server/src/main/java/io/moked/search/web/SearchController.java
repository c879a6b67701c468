package io.moked.search.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.conversation.Message.By;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.search.Searches;
import io.moked.search.Wanted;
import io.moked.search.web.HitViews.HitView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was written, found again. */
@RestController
class SearchController {

    private static final Map<String, By> WRITERS =
            Map.of(
                    "contact",
                    By.CONTACT,
                    "agent",
                    By.AGENT,
                    "machine",
                    By.MACHINE,
                    "note",
                    By.NOTE);

    private final Searches searches;
    private final HitViews views;

    SearchController(Searches searches, HitViews views) {
        this.searches = searches;
        this.views = views;
    }

    /**
     * Messages and notes that say all of these words, or whose files are called so, newest first,
     * as far as the caller may read them. The last word may be the beginning of one; Hebrew words
     * are found behind prefixes, English ones in other forms, phone numbers however they are
     * written. The id of a message, ours or WhatsApp's, finds that message alone, and the id of a
     * conversation what was written there last. A page may hold fewer than {@code limit}, or none,
     * and still have a {@code next}: then more has to be looked at. 400 {@code invalid-request}
     * where {@code q} holds no word; where it is empty, nothing is found.
     *
     * @param department in which the conversation is now
     * @param agent the user who wrote it
     * @param from not before this moment
     * @param until before this moment
     * @param by {@code contact}, {@code agent}, {@code machine} or {@code note}
     * @param file true for what holds a file, false for what holds none
     */
    @GetMapping("/api/v1/search/messages")
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<HitView> searchMessages(
            SignedIn caller,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable UUID channel,
            @RequestParam @Nullable UUID department,
            @RequestParam @Nullable UUID agent,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable Instant from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME)
                    @Nullable Instant until,
            @RequestParam @Nullable String by,
            @RequestParam @Nullable Boolean file,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        if (q == null || q.isBlank()) {
            return Slice.whole(List.of());
        }
        if (q.length() > Limit.SEARCH_CHARACTERS.value()) {
            throw new Invalid("q", "too-long");
        }
        var wanted = new Wanted(q, channel, department, agent, from, until, writer(by), file);
        return views.of(searches.find(wanted, caller, Page.of(cursor, limit)));
    }

    private static @Nullable By writer(@Nullable String by) {
        if (by == null) {
            return null;
        }
        var found = WRITERS.get(by);
        if (found == null) {
            throw new Invalid("by", "unknown-value");
        }
        return found;
    }
}
