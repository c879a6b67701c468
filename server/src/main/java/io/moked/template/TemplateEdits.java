package io.moked.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.moked.access.SignedIn;
import io.moked.graph.GraphClient;
import io.moked.graph.GraphClient.Answer;
import io.moked.graph.Json;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.template.Template.Standing;
import io.moked.template.TemplateStore.Told;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends templates in to Meta, changes and removes them there; what Meta answers is kept. No
 * transaction is open while it is asked.
 */
@Component
public class TemplateEdits {

    /** Cloud API, "Edit a template". */
    private static final Set<Standing> EDITABLE =
            Set.of(Standing.APPROVED, Standing.REJECTED, Standing.PAUSED);

    private final GraphClient graph;
    private final Speakers speakers;
    private final Examples examples;
    private final TemplateStore store;
    private final AccountStore accounts;
    private final Journal journal;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TemplateEdits(
            GraphClient graph,
            Speakers speakers,
            Examples examples,
            TemplateStore store,
            AccountStore accounts,
            Journal journal,
            TransactionTemplate transactions,
            Clock clock) {
        this.graph = graph;
        this.speakers = speakers;
        this.examples = examples;
        this.store = store;
        this.accounts = accounts;
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends a new one in. Meta may put it into another category, and says so. */
    public Template submit(String account, Draft draft, SignedIn by) {
        DraftChecks.check(draft);
        if (!speakers.accounts().contains(account)) {
            throw new Invalid("accountId", "unknown-value");
        }
        return asking(
                account,
                () -> {
                    var components =
                            new DraftWriter(draft, examples.upload(account, draft)).components();
                    var wanted = JsonNodeFactory.instance.objectNode();
                    wanted.put("name", draft.name()).put("language", draft.language());
                    wanted.put("category", draft.category());
                    wanted.put("parameter_format", draft.isNamed() ? "named" : "positional");
                    wanted.set("components", components);
                    var answer =
                            good(
                                    speakers.ask(
                                            account,
                                            it -> graph.post(it, "message_templates", wanted)));
                    var told = told(draft, answer, components.toString());
                    return kept(account, told, "template.submitted", by);
                });
    }

    private static Told told(Draft draft, Answer answer, String components) {
        var body = answer.body();
        return new Told(
                Json.required(body, "id"),
                draft.name(),
                draft.language(),
                requireNonNullElse(Json.text(body, "category"), draft.category()),
                requireNonNullElse(Json.text(body, "status"), "PENDING").toUpperCase(Locale.ROOT),
                null,
                draft.isNamed(),
                components,
                null);
    }

    /**
     * Replaces all of it; Meta reviews it anew.
     *
     * @param seen the version that was changed; null for whatever it is
     */
    public Template edit(UUID id, Draft draft, @Nullable String seen, SignedIn by) {
        var template = find(id);
        if (seen != null && !seen.equals(template.version())) {
            throw new Refusals.TemplateChanged();
        }
        // What nothing here knows of it would be gone.
        if (!EDITABLE.contains(template.standing()) || !template.layout().others().isEmpty()) {
            throw new Refusals.TemplateNotEditable();
        }
        DraftChecks.check(draft);
        var account = template.accountId();
        return asking(
                account,
                () -> {
                    var components =
                            new DraftWriter(draft, examples.upload(account, draft)).components();
                    var wanted = JsonNodeFactory.instance.objectNode();
                    if (!draft.category().equals(template.category())) {
                        wanted.put("category", draft.category());
                    }
                    wanted.set("components", components);
                    good(
                            speakers.ask(
                                    account,
                                    it -> graph.change(it, template.externalId(), wanted)));
                    var told =
                            new Told(
                                    template.externalId(),
                                    template.name(),
                                    template.language(),
                                    draft.category(),
                                    Standing.PENDING.name(),
                                    template.quality(),
                                    draft.isNamed(),
                                    components.toString(),
                                    null);
                    return kept(account, told, "template.edited", by);
                });
    }

    /** Removes it in one language or in all; its name rests for 30 days at Meta. */
    public void remove(UUID id, boolean inAllLanguages, SignedIn by) {
        var template = find(id);
        var account = template.accountId();
        var path = "message_templates?name=%s".formatted(URLEncoder.encode(template.name(), UTF_8));
        var which = inAllLanguages ? path : path + "&hsm_id=" + template.externalId();
        asking(
                account,
                () -> {
                    good(speakers.ask(account, it -> graph.delete(it, which)));
                    transactions.executeWithoutResult(tx -> {
                        var gone =
                                inAllLanguages
                                        ? store.versions(account, template.name())
                                        : List.of(template);
                        gone.forEach(it -> tell("template.removed", it.id(), by));
                        store.remove(gone.stream().map(Template::id).toList());
                    });
                    return template;
                });
    }

    private Template find(UUID id) {
        var found = transactions.execute(tx -> store.find(id).orElse(null));
        if (found == null) {
            throw new NotFound();
        }
        return found;
    }

    private Template kept(String account, Told told, String what, SignedIn by) {
        var kept =
                transactions.execute(tx -> {
                    store.keep(account, List.of(told), clock.instant());
                    var template = store.find(account, told.externalId()).orElseThrow();
                    tell(what, template.id(), by);
                    return template;
                });
        if (kept == null) {
            throw new IllegalStateException("What was kept is there");
        }
        return kept;
    }

    private void tell(String what, UUID template, SignedIn by) {
        journal.append(Fact.of(what, template).by(by.user().value()));
    }

    private static Answer good(Answer answer) {
        if (!answer.isGood()) {
            throw Declined.of(answer, null);
        }
        return answer;
    }

    @FunctionalInterface
    private interface Asking {
        Template put() throws IOException, InterruptedException;
    }

    /** Where no answer came, nobody knows whether Meta has done it; so it is asked what it has. */
    private Template asking(String account, Asking question) {
        try {
            return question.put();
        } catch (IOException away) {
            transactions.executeWithoutResult(tx -> accounts.due(account, clock.instant()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        throw new Refusals.TemplatesNotReached();
    }
}
