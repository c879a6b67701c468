package io.moked.simulator.world;

import io.moked.simulator.web.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The pace of the world and the rules Meta applies now and then.
 *
 * @param sentMs from accepting a message to its status {@code sent}
 * @param deliveredMs from {@code sent} to {@code delivered}
 * @param readMs from opening a chat to {@code read}
 * @param autoRead whether every phone reads by itself
 * @param timeFactor how many seconds of Meta's retry calendar pass in one second here
 * @param batch how many updates one webhook may carry
 * @param lanes in how many lines senders queue, mixing them in one webhook; 0: each has an own line
 * @param answerMs how long a callback may take to answer
 * @param rates whether numbers, pairs and calls have Meta's limits: 130429, 131056, 80007 and 4
 * @param marketingCap how many marketing messages a person gets in 24 hours; 0: as many as come
 * @param windowAtOnce whether 131047 is the answer to the call, not a later status
 * @param autoApprove whether new templates are approved by themselves
 * @param recategorise whether new utility templates come out as marketing
 * @param thirtyDays whether a number that is hidden stays known to those it spoke with for so long
 */
public record Settings(
        long sentMs,
        long deliveredMs,
        long readMs,
        boolean autoRead,
        double timeFactor,
        int batch,
        int lanes,
        long answerMs,
        boolean rates,
        int marketingCap,
        boolean windowAtOnce,
        boolean autoApprove,
        boolean recategorise,
        boolean thirtyDays) {

    public static final Settings DEFAULT =
            new Settings(40, 120, 60, false, 1, 50, 0, 10_000, false, 0, false, true, false, false);

    Settings with(ObjectNode changes) {
        ObjectNode all = Json.MAPPER.valueToTree(this);
        all.setAll(changes);
        return Json.MAPPER.treeToValue(all, Settings.class);
    }
}
