package io.moked.intake;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.JsonNode;

/**
 * Whatever happened within seven days, told in any order, in any parts, and as often as Meta likes:
 * it is as if it had been told once. Each time another history; its seed is told where it fails.
 */
@MokedTest
class HistoriesTest extends Journey {

    /** In rising order: what has been told once is never taken back. */
    private static final List<String> LATTICE =
            List.of("sent", "failed", "delivered", "read", "played");

    private static final int DAY_SECONDS = 24 * 60 * 60;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final String phone = Meta.newPhone();

    /** A message or a status as Meta tells it. */
    private record Told(String what, Map<String, Object> item) {}

    @RepeatedTest(6)
    void sevenDaysToldAgainInAnyOrderThreeTimesChangeNothing() {
        var told = new ArrayList<>(messages());
        var inOrder = told.stream().map(it -> it.item().get("id")).toList();
        told.addAll(afterwords(told));
        Collections.shuffle(told, random);
        deliver(told);
        var id = idOf(phone);
        await().until(this::isAllWorkedThrough);
        var highest = new HashMap<String, String>();
        told.addAll(statuses(id, highest));
        deliver(told.stream().filter(it -> it.what().equals("statuses")).toList());
        await().until(this::isAllWorkedThrough);
        var before = everything(id);
        check(before, highest, inOrder.size());
        for (int again = 0; again < 3; again++) {
            Collections.shuffle(told, random);
            deliver(told);
        }
        await().until(this::isAllWorkedThrough);
        assertThat(everything(id)).as("seed %d", seed).isEqualTo(before);
        assertThat(agent.conversationsOf(phone)).as("seed %d", seed).hasSize(1);
    }

    /** Each in another second, the last one within the service window. */
    private List<Told> messages() {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var seconds = new TreeSet<Integer>();
        seconds.add(60);
        for (int n = random.nextInt(2, 12); n > 0; n--) {
            seconds.add(random.nextInt(120, 7 * DAY_SECONDS));
        }
        return seconds.descendingSet().stream()
                .map(ago -> {
                    var at = now.minusSeconds(ago);
                    return new Told("messages", Meta.text(phone, Meta.newId(), at.toString(), at));
                })
                .toList();
    }

    private List<Told> afterwords(List<Told> messages) {
        var afterwords = new ArrayList<Told>();
        for (int n = random.nextInt(5); n > 0; n--) {
            var about = messages.get(random.nextInt(messages.size())).item().get("id");
            var item = new HashMap<String, Object>();
            item.put("from", phone);
            item.put("id", Meta.newId());
            item.put("timestamp", Long.toString(Instant.now().getEpochSecond() - 50 + n));
            item.put("type", "reaction");
            item.put("reaction", Map.of("message_id", about, "emoji", n % 2 == 0 ? "👍" : ""));
            afterwords.add(new Told("messages", item));
        }
        return afterwords;
    }

    /** Of some replies, some of what Meta could tell of each, and some of it twice. */
    private List<Told> statuses(String conversation, Map<String, String> highest) {
        var statuses = new ArrayList<Told>();
        for (int n = random.nextInt(1, 4); n > 0; n--) {
            var reply = agent.reply(conversation, "reply " + n).body().path("id").asString();
            await().until(() -> statusOf(conversation, reply).equals("sent"));
            for (int many = random.nextInt(2, 9); many > 0; many--) {
                var status = LATTICE.get(random.nextInt(LATTICE.size()));
                highest.merge(reply, status, HistoriesTest::higher);
                var item = Meta.status(Meta.newId(), status, UUID.fromString(reply));
                statuses.add(new Told("statuses", item));
            }
        }
        Collections.shuffle(statuses, random);
        return statuses;
    }

    private static String higher(String one, String other) {
        return Collections.max(List.of(one, other), comparing(LATTICE::indexOf));
    }

    private String statusOf(String conversation, String reply) {
        return agent.items("/conversations/" + conversation + "/messages?limit=100").stream()
                .filter(it -> it.path("id").asString().equals(reply))
                .map(it -> it.path("status").asString())
                .findFirst()
                .orElse("");
    }

    /**
     * In deliveries of one to five, as Meta batches them; now and then all of them are worked
     * through before the next one comes, so that they are not read together.
     */
    private void deliver(List<Told> told) {
        for (int from = 0; from < told.size(); ) {
            int to = Math.min(told.size(), from + random.nextInt(1, 6));
            var changes =
                    told.subList(from, to).stream()
                            .map(it ->
                                    Meta.change(
                                            business.phoneNumberId(),
                                            it.what(),
                                            List.of(it.item())))
                            .toList();
            assertThat(meta.post(Meta.body(changes))).isEqualTo(200);
            from = to;
            if (random.nextInt(3) == 0) {
                await().until(this::isAllWorkedThrough);
            }
        }
    }

    private boolean isAllWorkedThrough() {
        return server.getBean(WorkerDatabase.class)
                        .jdbc()
                        .sql("select count(*) from whatsapp.delivery")
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private List<JsonNode> everything(String conversation) {
        var all = new ArrayList<JsonNode>();
        all.add(agent.get("/conversations/" + conversation));
        all.addAll(agent.items("/conversations/" + conversation + "/messages?limit=100"));
        return all;
    }

    private void check(List<JsonNode> everything, Map<String, String> highest, int messages) {
        var inbound =
                everything.stream()
                        .filter(it -> it.path("direction").asString("").equals("inbound"))
                        .map(it -> it.path("content").path("body").asString())
                        .toList();
        assertThat(inbound)
                .as("seed %d", seed)
                .hasSize(messages)
                .isSortedAccordingTo(Collections.reverseOrder());
        for (var message : everything) {
            var expected = highest.get(message.path("id").asString(""));
            if (expected != null) {
                assertThat(message.path("status").asString())
                        .as("seed %d", seed)
                        .isEqualTo(expected);
            }
        }
    }
}
