package io.moked.simulator.webhook;

import io.moked.simulator.world.World.Line;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/** One change to tell an app; {@code kept} completes once the app has answered 200. */
record Update(
        Line line,
        String sender,
        String field,
        ObjectNode value,
        long notBefore,
        CompletableFuture<Boolean> kept) {}
