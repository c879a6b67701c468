package io.moked.template;

import io.moked.access.Names;
import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.Templates;
import io.moked.kernel.Cursor;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.MediaNotSendable;
import io.moked.media.Sendable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The templates of a business: found, and filled to be sent. */
@Component
public class TemplateBook implements Templates, Names {

    private static final String GONE = "template-gone";
    private static final String NOT_SENDABLE = "template-not-sendable";

    private final TemplateStore store;
    private final AccountStore accounts;
    private final Speakers speakers;
    private final MediaLibrary library;
    private final SyncBell bell;
    private final Clock clock;

    TemplateBook(
            TemplateStore store,
            AccountStore accounts,
            Speakers speakers,
            MediaLibrary library,
            SyncBell bell,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.speakers = speakers;
        this.library = library;
        this.bell = bell;
        this.clock = clock;
    }

    /**
     * How the asking for an account's templates stands.
     *
     * @param failure Meta's words of why it did not tell, if it said any
     */
    public record AccountSync(
            String account,
            @Nullable Instant syncedAt,
            @Nullable Instant failedAt,
            @Nullable String failure,
            boolean isWaiting) {}

    /** What a list is narrowed to; nothing where null. */
    public record Wanted(
            @Nullable ChannelId channel,
            @Nullable String status,
            @Nullable String category,
            @Nullable String language,
            @Nullable String words) {}

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<Template> list(Wanted wanted, Page page) {
        var account = wanted.channel() == null ? null : accountOf(wanted.channel());
        var filter =
                new TemplateStore.Filter(
                        account,
                        wanted.status(),
                        wanted.category(),
                        wanted.language(),
                        wanted.words());
        return Slice.of(
                store.list(filter, page), page, it -> new Cursor(it.firstSeenAt(), it.id()));
    }

    /** A number whose account is not known has no templates. */
    private String accountOf(ChannelId channel) {
        return speakers.accountOf(channel).orElse("");
    }

    @Transactional(readOnly = true)
    public Template find(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<String> languages() {
        return store.languages();
    }

    /** The accounts of the tenant in scope, by the names of their numbers, and their standing. */
    @Transactional
    public Map<AccountSync, List<String>> accounts() {
        var known = accounts.list(clock.instant()).stream().map(AccountSync::account).toList();
        speakers.accounts().stream()
                .filter(it -> !known.contains(it))
                .forEach(it -> accounts.due(it, clock.instant()));
        bell.ring();
        return accounts.list(clock.instant()).stream()
                .filter(it -> speakers.accounts().contains(it.account()))
                .collect(Collectors.toMap(it -> it, it -> speakers.names(it.account())));
    }

    /** Has Meta asked for all templates now. */
    @Transactional
    public void sync() {
        speakers.accounts().forEach(it -> accounts.due(it, clock.instant()));
        bell.ring();
    }

    @Override
    @Transactional(readOnly = true)
    public Content.Template filled(ChannelId by, UUID id, Map<String, String> values) {
        return form(by, find(id)).filled(values);
    }

    /** To be filled for many; refuses a template as {@link #filled} does. */
    @Transactional(readOnly = true)
    public Form form(ChannelId by, UUID id) {
        return form(by, find(id));
    }

    /** The forms of a template in all languages in which it can be sent at the moment. */
    @Transactional(readOnly = true)
    public List<Form> forms(ChannelId by, Template template) {
        var named =
                new TemplateStore.Filter(template.accountId(), null, null, null, template.name());
        var all = new Page(Cursor.NEWEST, Limit.PAGE_ROWS.value());
        return store.list(named, all).stream()
                .filter(it -> it.name().equals(template.name()) && it.isSendable())
                .map(it -> form(by, it))
                .toList();
    }

    private Form form(ChannelId by, Template template) {
        if (!template.accountId().equals(accountOf(by))) {
            throw new Refusals.TemplateOfAnotherNumber();
        }
        template.layout()
                .unfillable()
                .ifPresent(it -> {
                    throw new Refusals.TemplateUnfillable(it);
                });
        if (!template.isSendable()) {
            throw new Refusals.TemplateNotSendable(template.standing().word());
        }
        return new Form(template, this::check);
    }

    private void check(MediaId file, FileKind kind) {
        var as = Sendable.valueOf(kind.name());
        var media = library.ready(file);
        if (!as.takes(media.mimeType())) {
            throw new MediaNotSendable();
        }
        as.check(media.bytes());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> obstacle(UUID id) {
        var template = store.find(id);
        if (template.isEmpty()) {
            return Optional.of(GONE);
        }
        if (template.get().layout().unfillable().isPresent()) {
            return Optional.of("template-unfillable");
        }
        return template.get().isSendable() ? Optional.empty() : Optional.of(NOT_SENDABLE);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isMarketing(UUID id) {
        return store.find(id).map(it -> it.category().equals(Draft.MARKETING)).orElse(true);
    }

    @Override
    @Transactional
    public void doubted(ChannelId channel) {
        speakers.accountOf(channel).ifPresent(it -> accounts.due(it, clock.instant()));
        bell.ring();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> of(Collection<UUID> things, SignedIn reader) {
        return store.find(things).stream()
                .collect(
                        Collectors.toMap(
                                Template::id, it -> it.name() + " (" + it.language() + ")"));
    }
}
