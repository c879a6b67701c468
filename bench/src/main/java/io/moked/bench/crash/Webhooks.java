package io.moked.bench.crash;

import io.moked.bench.crash.Caller.Learned;
import io.moked.bench.product.Access;
import io.moked.bench.proof.Call.Outcome;
import io.moked.bench.proof.Op;
import io.moked.bench.webhook.Seal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Posts signed webhooks as Meta does: again and again until one is acknowledged. */
final class Webhooks {

    private final Caller caller;
    private final Access access;
    private final Recovery recovery;

    Webhooks(Caller caller, Access access, Recovery recovery) {
        this.caller = caller;
        this.access = access;
        this.recovery = recovery;
    }

    void postUntilAcknowledged(Op op, byte[] body, Random random) throws InterruptedException {
        while (post(op, body).outcome() != Outcome.OK) {
            Thread.sleep(Duration.ofMillis(80 + random.nextInt(320)));
        }
    }

    Learned post(Op op, byte[] body) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(access.webhook())
                        .timeout(Caller.PATIENCE)
                        .header("Content-Type", "application/json")
                        .header("X-Hub-Signature-256", new Seal(access.appSecret()).of(body))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build();
        var began = Instant.now();
        var learned = caller.call(op, request, none -> "");
        if (learned.outcome() == Outcome.OK) {
            recovery.acknowledged(began);
        }
        return learned;
    }
}
