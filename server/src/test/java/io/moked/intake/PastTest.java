package io.moked.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The past of a number, what is written in its app, and what its contacts write meanwhile: told in
 * any order, and again, it is as if it had been told once. Its seed is told where it fails.
 */
@MokedTest
class PastTest extends Coexisting {

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final String phone = Meta.newPhone();

    @RepeatedTest(4)
    void toldInAnyOrderThreeTimesItIsAsIfItHadBeenToldOnce() {
        var told = told();
        Collections.shuffle(told, random);
        deliver(told);
        var id = idOf(phone);
        await().until(this::isAllWorkedThrough);
        var before = everything(id);
        assertThat(before).as("seed %d", seed).hasSize(told.size() + 1);
        assertThat(before.getFirst().path("unread").asInt()).as("seed %d", seed).isEqualTo(1);
        assertThat(before.getFirst().path("status").asString())
                .as("seed %d", seed)
                .isEqualTo("open");
        assertThat(before.get(1).path("content").path("body").asString())
                .as("seed %d", seed)
                .isEqualTo("now");
        for (int again = 0; again < 3; again++) {
            Collections.shuffle(told, random);
            deliver(told);
        }
        await().until(this::isAllWorkedThrough);
        assertThat(everything(id)).as("seed %d", seed).isEqualTo(before);
        assertThat(agent.conversationsOf(phone)).as("seed %d", seed).hasSize(1);
    }

    /** The past, some echoes, and one message of the present. */
    private List<Map<String, Object>> told() {
        var told = new ArrayList<Map<String, Object>>();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int second = 0;
        for (int n = random.nextInt(3, 9); n > 0; n--) {
            var at = now.minus(Duration.ofDays(30)).plusSeconds(++second);
            var from = random.nextBoolean() ? phone : BUSINESS;
            var message = past(from, Meta.newId(), "past " + second, at, "READ");
            told.add(change("history", "history", chunk(10 * n, phone, List.of(message))));
        }
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            var at = now.minusSeconds(100).plusSeconds(++second);
            told.add(
                    change(
                            "smb_message_echoes",
                            "message_echoes",
                            echo(phone, Meta.newId(), "echo " + second, at)));
        }
        var last = now.minusSeconds(10);
        told.add(change("messages", "messages", text(phone, Meta.newId(), "now", last)));
        return told;
    }

    private void deliver(List<Map<String, Object>> changes) {
        changes.forEach(it -> assertThat(meta.post(Meta.body(List.of(it)))).isEqualTo(200));
    }

    /** More than Meta ever puts into a delivery of the present. */
    @Test
    void thousandsOfMessagesOfThePastAreAllKept() {
        var messages = new ArrayList<Map<String, Object>>();
        var longAgo = Instant.now().minus(Duration.ofDays(90));
        for (int n = 0; n < 1_500; n++) {
            var from = n % 2 == 0 ? phone : BUSINESS;
            messages.add(past(from, Meta.newId(), "past " + n, longAgo.plusSeconds(n), "READ"));
        }
        tell("history", "history", chunk(100, phone, messages));
        var id = idOf(phone);
        await().atMost(Duration.ofMinutes(1)).until(this::isAllWorkedThrough);
        List<JsonNode> newest = agent.items("/conversations/" + id + "/messages?limit=1");
        assertThat(newest.getFirst().path("content").path("body").asString())
                .isEqualTo("past 1499");
        assertThat(agent.get("/conversations/" + id).path("unread").asInt()).isZero();
    }

    private boolean isAllWorkedThrough() {
        return server.getBean(WorkerDatabase.class)
                        .jdbc()
                        .sql("select count(*) from whatsapp.delivery")
                        .query(Integer.class)
                        .single()
                == 0;
    }
}
