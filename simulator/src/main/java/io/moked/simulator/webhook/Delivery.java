package io.moked.simulator.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One body on its way to an app, with every attempt made. */
public record Delivery(
        long id, Instant at, String appId, @JsonIgnore byte[] bytes, List<Attempt> attempts) {

    Delivery(long id, Instant at, String appId, byte[] bytes) {
        this(id, at, appId, bytes, new CopyOnWriteArrayList<>());
    }

    /** One try; status 0 stands for no answer at all. */
    public record Attempt(Instant at, int status, long tookMs, String problem) {}

    public boolean isDelivered() {
        return attempts.stream().anyMatch(attempt -> attempt.status == 200);
    }

    @JsonRawValue
    public String getBody() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
