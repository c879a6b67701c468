package io.moked.rule.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.kernel.Page;
import io.moked.kernel.Slice;
import io.moked.rule.Rules;
import io.moked.rule.WebhookCalls;
import io.moked.rule.WebhookCalls.Call;
import io.moked.rule.WebhookSecrets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What rules told other people's servers, and how they know by whom they are told. */
@RestController
class WebhookCallsController {

    private final WebhookCalls calls;
    private final Rules rules;
    private final WebhookSecrets secrets;

    WebhookCallsController(WebhookCalls calls, Rules rules, WebhookSecrets secrets) {
        this.calls = calls;
        this.rules = rules;
        this.secrets = secrets;
    }

    /**
     * A call.
     *
     * @param rule its name; null where it is gone
     * @param outcome the status that was answered, or {@code no-answer} or {@code not-allowed}
     */
    record WebhookCall(
            UUID id,
            UUID ruleId,
            @Nullable String rule,
            UUID conversationId,
            String url,
            WebhookCalls.State state,
            int attempts,
            @Nullable String outcome,
            Instant at) {}

    /**
     * Since when calls are signed with what they are signed with.
     *
     * @param renewedAt null where there was no call yet
     */
    record WebhookSecret(@Nullable Instant renewedAt) {}

    /** The secret, as {@code whsec_} and base64 (standardwebhooks.com). */
    record FreshWebhookSecret(String secret) {}

    /** Calls of the last 30 days, the newest first. */
    @GetMapping("/api/v1/webhook-calls")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Slice<WebhookCall> list(
            @RequestParam @Nullable String cursor, @RequestParam @Nullable Integer limit) {
        var page = calls.page(Page.of(cursor, limit));
        var names = rules.names(page.items().stream().map(Call::rule).distinct().toList());
        return new Slice<>(page.items().stream().map(it -> view(it, names)).toList(), page.next());
    }

    /** Tries a call again that was given up. 409 {@code call-not-dead}. */
    @PostMapping("/api/v1/webhook-calls/{id}/retries")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.MANAGE_DEPARTMENTS)
    void retry(@PathVariable UUID id) {
        calls.retry(id);
    }

    /** Since when the secret is what it is. */
    @GetMapping("/api/v1/webhook-secret")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    WebhookSecret secret() {
        return new WebhookSecret(secrets.renewedAt().orElse(null));
    }

    /** Makes another secret and tells it, this once; the one before counts no more. */
    @PostMapping("/api/v1/webhook-secret")
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(value = Permission.MANAGE_DEPARTMENTS, fresh = true)
    FreshWebhookSecret renew(SignedIn caller) {
        return new FreshWebhookSecret(secrets.renew(caller.user()));
    }

    private static WebhookCall view(Call it, Map<UUID, String> names) {
        return new WebhookCall(
                it.id(),
                it.rule(),
                names.get(it.rule()),
                it.conversation(),
                it.url().toString(),
                it.state(),
                it.attempts(),
                it.outcome(),
                it.at());
    }
}
