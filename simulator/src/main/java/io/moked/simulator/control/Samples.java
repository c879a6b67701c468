package io.moked.simulator.control;

import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.world.World.Line;
import io.moked.simulator.world.WorldClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One webhook of each kind that nothing else in the simulator causes. */
public final class Samples {

    private final JsonNode all;
    private final WorldClock clock;

    public Samples(WorldClock clock) throws IOException {
        this.clock = clock;
        try (InputStream file =
                Objects.requireNonNull(Samples.class.getResourceAsStream("/webhooks.json"))) {
            all = Json.parse(file.readAllBytes());
        }
    }

    JsonNode all() {
        return all;
    }

    /** The sample of a field, with an event where the field has several, about a number. */
    ObjectNode of(String field, String event, Line line) {
        JsonNode value =
                all.valueStream()
                        .filter(one -> Json.text(one, "field").equals(field))
                        .map(one -> one.path("value"))
                        .filter(one -> event.isEmpty() || Json.text(one, "event").equals(event))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.of(404, "No sample of " + field + "; give a value"));
        String text =
                value.toString()
                        .replace("NUMBER_ID", line.number().id())
                        .replace("NUMBER", line.digits())
                        .replace("WABA_ID", line.waba().id())
                        .replace("\"NOW\"", Long.toString(clock.now().getEpochSecond()));
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).asObject();
    }
}
