package io.moked.template;

import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.template.TemplateStore.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what Meta tells of templates. */
@Component
class Tellings {

    private final TemplateStore templates;
    private final AccountStore accounts;
    private final Journal journal;
    private final Clock clock;

    Tellings(TemplateStore templates, AccountStore accounts, Journal journal, Clock clock) {
        this.templates = templates;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /** Everything an account has, as it was when the asking began. */
    @Transactional
    public void synced(String account, List<Told> told, Instant begun, Instant next) {
        var byId = new LinkedHashMap<String, Told>();
        told.forEach(it -> byId.put(it.externalId(), it));
        var once = List.copyOf(byId.values());
        var changed = templates.changedBy(account, once, begun);
        templates.keep(account, once, begun);
        templates.keepOnly(account, byId.keySet(), begun);
        accounts.done(account, begun, next);
        templates.find(changed).forEach(this::tellChanged);
    }

    @Transactional
    public void notSynced(String account, @Nullable String why, Instant next) {
        accounts.failed(account, why, clock.instant(), next);
    }

    /**
     * What a webhook tells of one template; null where it tells nothing.
     *
     * @param status in the words that templates are listed with
     */
    record News(
            @Nullable String status,
            @Nullable String reason,
            @Nullable String category,
            @Nullable String quality) {}

    /** What is known of later stands. */
    void hear(UUID template, News news, Instant at) {
        if (templates.change(
                template, news.status(), news.reason(), news.category(), news.quality(), at)) {
            templates.find(template).ifPresent(this::tellChanged);
        }
    }

    private void tellChanged(Template template) {
        journal.append(
                Fact.of("template.changed", template.id()).with("status", template.standing()));
    }
}
