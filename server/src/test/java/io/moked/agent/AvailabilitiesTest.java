package io.moked.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.Journey;
import io.moked.MokedTest;
import io.moked.signin.TurnedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What agents say of themselves, what managers say of them, and what stays of it. */
@MokedTest
@Import(TurnedClock.class)
class AvailabilitiesTest extends Journey {

    @Autowired TurnedClock.Hand clock;

    private Api manager;

    @BeforeEach
    void signIn() {
        manager = Api.of(port, business.manager());
    }

    @AfterEach
    void turnBack() {
        clock.turnBack();
    }

    private Answer say(String availability) {
        return agent.put("/me/availability", Map.of("availability", availability));
    }

    private Answer goOnBreak(String reason) {
        return agent.put("/me/availability", Map.of("availability", "break", "reasonId", reason));
    }

    private Answer set(String availability) {
        return manager.put(
                "/agents/" + business.agent().id() + "/availability",
                Map.of("availability", availability));
    }

    private List<JsonNode> timeline(String query) {
        return manager.items("/agents/" + business.agent().id() + "/timeline" + query);
    }

    private static List<String> words(List<JsonNode> spells) {
        return spells.stream()
                .map(it ->
                        it.path("availability").asString()
                                + " by "
                                + it.path("by").asString()
                                + " "
                                + it.path("byName").asString("nobody"))
                .toList();
    }

    private String meal() {
        return manager.items("/break-reasons").stream()
                .filter(it -> it.path("english").asString().equals("Meal"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    @Test
    void aBreakHasAReasonThatColleaguesSee() {
        var own = goOnBreak(meal()).body();
        assertThat(own.path("reason").path("hebrew").asString()).isEqualTo("ארוחה");
        assertThat(own.path("automatic").asBoolean()).isFalse();
        var seen = Api.of(port, business.colleague()).items("/agents").getFirst();
        assertThat(seen.path("availability").asString()).isEqualTo("break");
        assertThat(seen.path("reason").path("english").asString()).isEqualTo("Meal");
        say("busy");
        assertThat(agent.get("/me/availability").path("reason").isNull()).isTrue();
    }

    @Test
    void aReasonIsForBreaksOnlyAndOneOfThoseThereAre() {
        var meal = meal();
        var busy = Map.of("availability", "busy", "reasonId", meal);
        assertThat(agent.put("/me/availability", busy).status()).isEqualTo(400);
        assertThat(goOnBreak(UUID.randomUUID().toString()).status()).isEqualTo(400);
        manager.delete("/break-reasons/" + meal);
        assertThat(goOnBreak(meal).status()).isEqualTo(400);
    }

    @Test
    void aRemovedReasonStaysReadable() {
        var meal = meal();
        goOnBreak(meal);
        assertThat(manager.delete("/break-reasons/" + meal).status()).isEqualTo(204);
        assertThat(manager.items("/break-reasons"))
                .extracting(it -> it.path("english").asString())
                .containsExactly("Meeting", "Short break", "Training");
        assertThat(agent.get("/me/availability").path("reason").path("english").asString())
                .isEqualTo("Meal");
        assertThat(timeline("").getFirst().path("reason").path("english").asString())
                .isEqualTo("Meal");
        var again = Map.of("english", "Meal", "hebrew", "ארוחה");
        assertThat(manager.post("/break-reasons", again).status()).isEqualTo(201);
    }

    @Test
    void twoReasonsNeverHaveOneName() {
        var meal = meal();
        var taken = Map.of("english", "MEETING", "hebrew", "ישיבה");
        assertThat(manager.post("/break-reasons", taken).code())
                .isEqualTo("break-reason-name-taken");
        assertThat(manager.put("/break-reasons/" + meal, taken).code())
                .isEqualTo("break-reason-name-taken");
        var lunch = Map.of("english", "Lunch", "hebrew", "צהריים");
        assertThat(manager.put("/break-reasons/" + meal, lunch).status()).isEqualTo(200);
        assertThat(agent.post("/break-reasons", lunch).status()).isEqualTo(403);
    }

    @Test
    void whoeverRemovesAllReasonsGetsNoneBack() {
        manager.items("/break-reasons")
                .forEach(it -> manager.delete("/break-reasons/" + it.path("id").asString()));
        assertThat(manager.items("/break-reasons")).isEmpty();
    }

    @Test
    void everyChangeIsASpellUntilTheNext() {
        say("available");
        clock.turn(Duration.ofMinutes(10));
        goOnBreak(meal());
        clock.turn(Duration.ofMinutes(5));
        set("busy");
        set("busy");

        var spells = timeline("");
        assertThat(words(spells))
                .containsExactly(
                        "busy by manager Mia Manager",
                        "break by oneself Ann Agent",
                        "available by oneself Ann Agent");
        assertThat(spells.getFirst().path("until").isNull()).isTrue();
        assertThat(spells.get(1).path("until")).isEqualTo(spells.getFirst().path("from"));
        assertThat(spells.get(2).path("until")).isEqualTo(spells.get(1).path("from"));
        assertThat(words(agent.items("/me/timeline"))).isEqualTo(words(spells));
    }

    @Test
    void aRangeHoldsWhatReachesIntoIt() {
        say("available");
        clock.turn(Duration.ofHours(3));
        say("busy");
        var later = clock.instant().plus(Duration.ofMinutes(1));
        clock.turn(Duration.ofHours(1));
        say("offline");

        var range = "?from=" + later + "&to=" + later.plus(Duration.ofMinutes(1));
        assertThat(words(timeline(range))).containsExactly("busy by oneself Ann Agent");
        var before = later.minus(Duration.ofDays(3));
        assertThat(timeline("?from=" + before + "&to=" + before.plusSeconds(60))).isEmpty();
        assertThat(words(timeline("?to=" + later)))
                .containsExactly("busy by oneself Ann Agent", "available by oneself Ann Agent");
    }

    @Test
    void aTimelineGoesOnWhereAPageEnded() {
        for (var one : List.of("available", "busy", "away", "offline")) {
            say(one);
        }
        var path = "/me/timeline?limit=3";
        var first = agent.get(path);
        assertThat(Api.list(first.path("items"))).hasSize(3);
        var rest = agent.get(path + "&cursor=" + first.path("next").asString());
        assertThat(words(Api.list(rest.path("items"))))
                .containsExactly("available by oneself Ann Agent");
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void aRangeHasABeginningBeforeItsEndAndIsNoLongerThanAMonth() {
        var now = Instant.now();
        for (var from : List.of(now, now.minus(Duration.ofDays(33)))) {
            var path = "/me/timeline?from=" + from + "&to=" + now;
            assertThat(agent.call("GET", path, null).status()).isEqualTo(400);
        }
    }

    @Test
    void onlyManagersSayWhatAnotherDoes() {
        var path = "/agents/" + business.colleague().id();
        var wanted = Map.of("availability", "available");
        assertThat(agent.put(path + "/availability", wanted).status()).isEqualTo(403);
        assertThat(agent.call("GET", path + "/timeline", null).status()).isEqualTo(403);
        assertThat(manager.put(path + "/availability", wanted).status()).isEqualTo(200);
        var log = "/audit-entries?action=agent.availability-set";
        await().until(() -> manager.items(log).size() == 1);
        assertThat(manager.items(log).getFirst().path("actor").path("name").asString())
                .isEqualTo("Mia Manager");
    }
}
