package io.moked.rule;

import io.micrometer.core.instrument.MeterRegistry;
import io.moked.egress.EgressGate;
import io.moked.egress.Recipient;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.Bell;
import io.moked.timetable.Rounds;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Makes the calls of rules: at least once, because nobody can know of an answer that got lost, and
 * signed, so that whoever is called knows by whom. The form is that of Standard Webhooks
 * (standardwebhooks.com): {@code webhook-id} stays the same over all tries of one call.
 */
@Component
class WebhookCaller extends Rounds {

    /** Tries of such a call, the last about a day after the first. */
    private static final int TRIES = 8;

    /** A server that takes its time holds up only one of them. */
    private static final int WORKERS = 4;

    private static final int OF_ONE_BUSINESS = 2;

    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final WebhookTurns turns = new WebhookTurns(OF_ONE_BUSINESS);
    private final WebhookCallStore store;
    private final WebhookSecrets secrets;
    private final WebhookDestinations destinations;
    private final EgressGate gate;
    private final MeterRegistry meters;
    private final Clock clock;

    WebhookCaller(
            WebhookCallStore store,
            WebhookSecrets secrets,
            WebhookDestinations destinations,
            EgressGate gate,
            MeterRegistry meters,
            Clock clock) {
        super("rule-calls", WORKERS, LONGEST_SLEEP, new Bell());
        this.store = store;
        this.secrets = secrets;
        this.destinations = destinations;
        this.gate = gate;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    protected boolean round() throws InterruptedException {
        var claimed = turns.next(others -> store.claim(clock.instant(), others));
        if (claimed.isPresent()) {
            make(claimed.get());
        }
        return claimed.isPresent();
    }

    private void make(WebhookCallStore.Claimed call) throws InterruptedException {
        try {
            end(call, TenantScope.call(call.tenant(), () -> outcome(call)));
        } finally {
            turns.end(call.tenant());
        }
    }

    /** The status that was answered, or a word for why there was none. */
    private String outcome(WebhookCallStore.Claimed call) throws InterruptedException {
        try {
            if (!destinations.isReachable(call.url())) {
                return "not-allowed";
            }
            return Integer.toString(gate.tell(Recipient.at("rule", call.url()), request(call)));
        } catch (IOException failure) {
            return "no-answer";
        }
    }

    private HttpRequest request(WebhookCallStore.Claimed call) {
        var at = clock.instant();
        var signature = WebhookSignature.of(secrets.ours(), call.id().toString(), at, call.body());
        return HttpRequest.newBuilder(call.url())
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .header("user-agent", "Moked")
                .header("webhook-id", call.id().toString())
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(call.body()))
                .build();
    }

    private void end(WebhookCallStore.Claimed call, String outcome) {
        var now = clock.instant();
        if (outcome.startsWith("2") && outcome.length() == 3) {
            note(call, WebhookCalls.State.TAKEN, outcome, now);
        } else if (call.attempts() >= TRIES
                || outcome.equals("not-allowed")
                || outcome.equals("410")) {
            // 410 Gone: whoever is there wants no more of them (RFC 9110, 15.5.11).
            note(call, WebhookCalls.State.DEAD, outcome, now);
        } else {
            note(call, WebhookCalls.State.WAITING, outcome, now.plus(pause(call.attempts())));
        }
    }

    private void note(
            WebhookCallStore.Claimed call, WebhookCalls.State state, String outcome, Instant due) {
        store.note(call, state, outcome, due);
        meters.counter("moked.rules.calls", "state", state.word()).increment();
    }

    /** Four times as long each time: ten seconds at first, eleven hours before the last. */
    static Duration pause(int attempts) {
        return FIRST_PAUSE.multipliedBy((long) Math.pow(4, attempts - 1));
    }
}
