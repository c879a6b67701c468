package io.moked.simulator.world;

import io.moked.simulator.web.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pace of the world.
 *
 * @param sentMs from accepting a message to its status {@code sent}
 * @param deliveredMs from {@code sent} to {@code delivered}
 * @param readMs from opening a chat to {@code read}
 * @param autoRead whether every phone reads by itself
 * @param timeFactor how many seconds of Meta's retry calendar pass in one second here
 * @param batch how many updates one webhook may carry
 * @param lanes in how many lines senders queue, mixing them in one webhook; 0: each has an own line
 * @param answerMs how long a callback may take to answer
 */
public record Settings(
        long sentMs,
        long deliveredMs,
        long readMs,
        boolean autoRead,
        double timeFactor,
        int batch,
        int lanes,
        long answerMs) {

    public static final Settings DEFAULT = new Settings(40, 120, 60, false, 1, 50, 0, 10_000);

    Settings with(ObjectNode changes) {
        ObjectNode all = Json.MAPPER.valueToTree(this);
        all.setAll(changes);
        return Json.MAPPER.treeToValue(all, Settings.class);
    }
}
