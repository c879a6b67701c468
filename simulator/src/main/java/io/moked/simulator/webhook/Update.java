package io.moked.simulator.webhook;

import io.moked.simulator.world.World.Line;
import tools.jackson.databind.node.ObjectNode;

/** One change to tell an app; {@code kept} runs once the app has answered 200. */
record Update(
        Line line, String sender, String field, ObjectNode value, long notBefore, Runnable kept) {}
