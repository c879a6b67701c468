package io.moked.simulator.webhook;

import io.moked.simulator.world.World.Line;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** One change to tell one app; {@code kept} completes once the app has answered 200. */
record Update(
        Line line,
        String appId,
        String sender,
        String field,
        ObjectNode value,
        Instant notBefore,
        CompletableFuture<Boolean> kept) {}
