package io.moked.template.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.channel.ChannelId;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.template.TemplateBook;
import io.moked.template.TemplateBook.AccountSync;
import io.moked.template.TemplateBook.Wanted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The message templates of a business, as Meta has them. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplatesController {

    private final TemplateBook book;

    TemplatesController(TemplateBook book) {
        this.book = book;
    }

    /**
     * An account at Meta, and when its templates were last told.
     *
     * @param numbers what its connected numbers are called
     * @param failedAt when Meta did not tell, if it has not told since
     * @param failure why it did not, in its words
     */
    record TemplateAccount(
            String accountId,
            List<String> numbers,
            @Nullable Instant syncedAt,
            @Nullable Instant failedAt,
            @Nullable String failure) {}

    /**
     * Templates, newest first; all filters may be left out.
     *
     * @param channelId only those that this number can send
     * @param q a part of the name or of the text
     */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<TemplateView> list(
            @RequestParam @Nullable UUID channelId,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var channel = channelId == null ? null : new ChannelId(channelId);
        var wanted = new Wanted(channel, status, category, language, q);
        var slice = book.list(wanted, Page.of(cursor, limit));
        return new Slice<>(slice.items().stream().map(TemplateView::of).toList(), slice.next());
    }

    @GetMapping("/{id}")
    @Requires(Permission.READ_CONVERSATIONS)
    TemplateView read(@PathVariable UUID id) {
        return TemplateView.of(book.find(id));
    }

    /** The languages there are templates in, as Meta writes them. */
    @GetMapping("/languages")
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<String> languages() {
        return Slice.whole(book.languages());
    }

    /** The accounts that have templates, and how current our copy of theirs is. */
    @GetMapping("/accounts")
    @Requires(Permission.MANAGE_CHANNELS)
    Slice<TemplateAccount> accounts() {
        return Slice.whole(
                book.accounts().entrySet().stream()
                        .map(it -> account(it.getKey(), it.getValue()))
                        .sorted(Comparator.comparing(TemplateAccount::accountId))
                        .toList());
    }

    private static TemplateAccount account(AccountSync sync, List<String> numbers) {
        return new TemplateAccount(
                sync.account(), numbers, sync.syncedAt(), sync.failedAt(), sync.failure());
    }

    /** Has Meta asked for all templates now; what it tells appears by and by. */
    @PostMapping("/syncs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.MANAGE_CHANNELS)
    void sync() {
        book.sync();
    }
}
