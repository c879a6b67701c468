package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which calls are seen, and which let the business write ("Calling API pricing"). */
@MokedTest
class CallsTest extends Coexisting {

    private static final int SECONDS = 120;

    private final String phone = Meta.newPhone();
    private final String id = "wacid." + phone;
    private final Instant now =
            Instant.now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.SECONDS);

    @Test
    void aCallThatNobodyTookIsSeenAndLetsTheBusinessWrite() {
        var ended = theirs("terminate", now.plusSeconds(40));
        ended.put("status", "FAILED");
        tell("calls", "calls", ended);
        tell("calls", "calls", theirs("connect", now));
        var conversation = conversationOf(phone);
        assertThat(conversation.path("handler").asString()).isEqualTo("queue");
        assertThat(conversation.path("serviceWindowClosesAt").isNull()).isFalse();
        assertThat(call().path("isTaken").asBoolean(true)).isFalse();
    }

    @Test
    void aCallOfTheBusinessLetsNobodyWriteUntilItIsTaken() {
        tell("calls", "calls", ours("connect", now));
        tell("calls", "statuses", status("RINGING", now));
        tell("calls", "statuses", status("REJECTED", now.plusSeconds(9)));
        await().until(() -> call().path("isTaken").isBoolean());
        assertThat(call().path("isTaken").asBoolean()).isFalse();
        var conversation = conversationOf(phone);
        assertThat(conversation.path("serviceWindowClosesAt").isNull()).isTrue();
        assertThat(conversation.path("handler").asString()).isEqualTo("nobody");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aCallThatTheContactTookLetsTheBusinessWriteFromThenOnInWhateverOrderItIsTold(int order) {
        var told = new ArrayList<Runnable>();
        told.add(() -> tell("calls", "calls", ours("connect", now.minusSeconds(20))));
        told.add(() -> tell("calls", "statuses", status("ACCEPTED", now)));
        told.add(() -> tell("calls", "calls", ended()));
        Collections.rotate(told, order % 3);
        if (order > 2) {
            Collections.swap(told, 1, 2);
        }
        told.forEach(Runnable::run);
        await().until(() -> call().path("seconds").asInt(0) == SECONDS);
        assertThat(call().path("isTaken").asBoolean()).isTrue();
        assertThat(windowClosesAt()).isBetween(dayAfter(now), dayAfter(now).plusSeconds(2));
        assertThat(conversationOf(phone).path("handler").asString()).isEqualTo("nobody");
        assertThat(conversationOf(phone).path("unread").asInt()).isZero();
    }

    @Test
    void theEndAloneTellsThatACallWasTaken() {
        tell("calls", "calls", ours("connect", now.minusSeconds(20)));
        tell("calls", "calls", ended());
        await().until(() -> !conversationOf(phone).path("serviceWindowClosesAt").isNull());
        assertThat(windowClosesAt()).isBetween(dayAfter(now), dayAfter(now).plusSeconds(2));
    }

    @Test
    void aTakenCallShortensNoWindow() {
        meta.says(business, phone, "hello?");
        var before = conversationOf(phone).path("serviceWindowClosesAt");
        tell("calls", "calls", ours("connect", now.minus(Duration.ofHours(2))));
        tell("calls", "statuses", status("ACCEPTED", now.minus(Duration.ofHours(2))));
        await().until(() -> call().path("isTaken").asBoolean(false));
        assertThat(conversationOf(phone).path("serviceWindowClosesAt")).isEqualTo(before);
    }

    private Instant windowClosesAt() {
        return Instant.parse(conversationOf(phone).path("serviceWindowClosesAt").asString());
    }

    private static Instant dayAfter(Instant time) {
        return time.plus(Duration.ofHours(24));
    }

    private JsonNode call() {
        return agent.items("/conversations/" + idOf(phone) + "/messages").stream()
                .map(it -> it.path("content"))
                .filter(it -> it.path("type").asString().equals("call"))
                .findFirst()
                .orElseThrow()
                .path("details")
                .path("call");
    }

    private Map<String, Object> theirs(String event, Instant at) {
        return call(phone, BUSINESS, event, "USER_INITIATED", at);
    }

    private Map<String, Object> ours(String event, Instant at) {
        return call(BUSINESS, phone, event, "BUSINESS_INITIATED", at);
    }

    private Map<String, Object> ended() {
        var ended = ours("terminate", now.plusSeconds(SECONDS));
        ended.put("status", "COMPLETED");
        ended.put("start_time", Long.toString(now.getEpochSecond()));
        ended.put("end_time", Long.toString(now.getEpochSecond() + SECONDS));
        ended.put("duration", SECONDS);
        return ended;
    }

    private Map<String, Object> call(
            String from, String to, String event, String direction, Instant at) {
        var call = new HashMap<String, Object>();
        call.put("id", id);
        call.put("from", from);
        call.put("to", to);
        call.put("event", event);
        call.put("direction", direction);
        call.put("timestamp", Long.toString(at.getEpochSecond()));
        return call;
    }

    private Map<String, Object> status(String word, Instant at) {
        var status = new HashMap<String, Object>();
        status.put("id", id);
        status.put("type", "call");
        status.put("status", word);
        status.put("recipient_id", phone);
        status.put("timestamp", Long.toString(at.getEpochSecond()));
        return status;
    }
}
