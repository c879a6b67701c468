package io.moked.template.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.template.Draft;
import io.moked.template.TemplateBook;
import io.moked.template.TemplateBook.AccountSync;
import io.moked.template.TemplateBook.Wanted;
import io.moked.template.TemplateEdits;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The message templates of a business, as Meta has them. */
@RestController
@RequestMapping("/api/v1/templates")
class TemplatesController {

    private final TemplateBook book;
    private final TemplateEdits edits;

    TemplatesController(TemplateBook book, TemplateEdits edits) {
        this.book = book;
        this.edits = edits;
    }

    /**
     * A template as it is to be. Variables stand in double braces, counted or by name.
     *
     * @param category {@code marketing}, {@code utility} or {@code authentication}
     * @param samples an example for each variable, by its key; of a header that is a file, the id
     *     of an uploaded one
     * @param version of the text that was seen before it was changed; left out, whatever it is
     */
    record TemplateText(
            @NotNull String category,
            @Valid @NotNull LayoutView layout,
            @NotNull Map<String, String> samples,
            @Nullable String version) {

        private Draft draft(String name, String language) {
            return new Draft(
                    name, language, category.toUpperCase(Locale.ROOT), layout.read(), samples);
        }
    }

    /**
     * A new template.
     *
     * @param accountId Meta's id of the account that it is for
     * @param name of lower-case letters, digits and underscores
     * @param language in Meta's word, such as {@code he} or {@code en_US}
     */
    record NewTemplate(
            @NotNull String accountId,
            @NotNull String name,
            @NotNull String language,
            @Valid @NotNull TemplateText text) {}

    /**
     * An account at Meta, and when its templates were last told.
     *
     * @param numbers what its connected numbers are called
     * @param waiting whether Meta is being asked just now
     * @param failedAt when Meta did not tell, if it has not told since
     * @param failure why it did not, in its words
     */
    record TemplateAccount(
            String accountId,
            List<String> numbers,
            @Nullable Instant syncedAt,
            @Nullable Instant failedAt,
            @Nullable String failure,
            boolean waiting) {}

    /**
     * Templates, newest first; all filters may be left out.
     *
     * @param channel only those that this number can send
     * @param q a part of the name or of the text
     */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<TemplateView> list(
            @RequestParam @Nullable UUID channel,
            @RequestParam @Nullable String status,
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit) {
        var by = channel == null ? null : new ChannelId(channel);
        var wanted = new Wanted(by, status, category, language, q);
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
                sync.account(),
                numbers,
                sync.syncedAt(),
                sync.failedAt(),
                sync.failure(),
                sync.isWaiting());
    }

    /** Has Meta asked for all templates now; what it tells appears by and by. */
    @PostMapping("/syncs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Requires(Permission.MANAGE_CHANNELS)
    void sync() {
        book.sync();
    }

    /**
     * Sends a template in for Meta's review. 400 {@code invalid-request} names the field; 409
     * {@code template-declined} with Meta's {@code reason}, and its {@code field} where known; 503
     * {@code templates-not-reached}.
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Permission.MANAGE_CHANNELS)
    TemplateView submit(SignedIn caller, @Valid @RequestBody NewTemplate wanted) {
        var draft = wanted.text().draft(wanted.name(), wanted.language());
        return TemplateView.of(edits.submit(wanted.accountId(), draft, caller));
    }

    /**
     * Replaces the text of a template, which Meta reviews anew. Beside what sending in refuses: 409
     * {@code template-not-editable}, {@code template-changed}.
     */
    @PutMapping("/{id}")
    @Requires(Permission.MANAGE_CHANNELS)
    TemplateView edit(
            SignedIn caller, @PathVariable UUID id, @Valid @RequestBody TemplateText wanted) {
        var now = book.find(id);
        var draft = wanted.draft(now.name(), now.language());
        return TemplateView.of(edits.edit(id, draft, wanted.version(), caller));
    }

    /**
     * Removes a template at Meta, where its name cannot be used again for 30 days. 409 {@code
     * template-declined}, 503 {@code templates-not-reached}.
     *
     * @param inAllLanguages whether its versions in other languages go as well
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_CHANNELS)
    void remove(
            SignedIn caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean inAllLanguages) {
        edits.remove(id, inAllLanguages, caller);
    }
}
