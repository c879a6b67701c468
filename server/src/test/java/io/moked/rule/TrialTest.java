package io.moked.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api.Answer;
import io.moked.MokedTest;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a rule would have done, and what cannot be meant by one. */
@MokedTest
class TrialTest extends RuleJourney {

    @Test
    void aTrialSaysWhichItWouldHaveActedOnWhyNotOnOthersAndDoesNothing() {
        var asking = says("what is the PRICE?");
        var other = says("hello");
        var draft =
                when(
                        rule("Prices", "opening", labels("sales")),
                        words("acquaintance", "new"),
                        words("words", "price"));

        var tried = dryRun(null, draft).body();

        assertThat(tried.path("acts").asInt()).isEqualTo(1);
        assertThat(of(tried, asking).path("acts").asBoolean()).isTrue();
        assertThat(of(tried, other).path("failed").asInt(-1)).isEqualTo(1);
        assertThat(labelsOf(asking)).isEmpty();
        assertThat(manager.items("/rules")).isEmpty();
    }

    @Test
    void aTrialTellsWhichRuleComesFirst() {
        add(when(rule("First", "opening", labels("first")), words("words", "price")));
        var second = add(rule("Second", "opening", labels("second"))).path("id").asString();
        var phone = says("price");
        awaitActed("First", 1);

        var tried = dryRun(second, rule("Second", "opening", labels("second"))).body();

        assertThat(of(tried, phone).path("before").path("name").asString()).isEqualTo("First");
        assertThat(of(tried, phone).path("acts").asBoolean(true)).isFalse();
    }

    @Test
    void aTrialOfWhatHasNoOccasionSaysSo() {
        var phone = says("hello");
        var tried = dryRun(null, after(rule("Late", "waiting", labels("late")), 60)).body();
        assertThat(of(tried, phone).path("occasion").asBoolean(true)).isFalse();
    }

    @Test
    void aWrongFieldIsNamed() {
        var labels = labels("words");
        wrong(rule("", "opening", labels), "name");
        wrong(rule("No action", "opening"), "actions");
        wrong(rule("No minutes", "waiting", labels), "minutes");
        wrong(after(rule("Minutes", "opening", labels), 5), "minutes");
        wrong(after(rule("Long", "open", labels), 20_000), "minutes");
        wrong(when(rule("Empty", "opening", labels), words("words")), "conditions[0].words");
        wrong(
                when(rule("Word", "opening", labels), words("priority", "soon")),
                "conditions[0].words");
        wrong(
                when(
                        rule("Second", "opening", labels),
                        words("words", "a"),
                        ids("channel", UUID.randomUUID())),
                "conditions[1].ids");
        wrong(when(rule("Hours", "opening", labels), words("hours", "open")), "conditions[0].ids");
        wrong(rule("Gone", "opening", to("department", UUID.randomUUID())), "actions[0].id");
        wrong(rule("Nobody", "opening", labels, to("agent", UUID.randomUUID())), "actions[1].id");
        wrong(
                rule("Mute", "opening", Map.of("type", "text", "english", " ")),
                "actions[0].english");
        for (var url :
                List.of(
                        "http://example.com",
                        "https://",
                        "ftp://example.com",
                        "https://a@b.example",
                        "x y")) {
            wrong(rule("Call", "opening", Map.of("type", "webhook", "url", url)), "actions[0].url");
        }
        wrong(rule("Many", "opening", Collections.nCopies(11, labels).toArray()), "actions");
    }

    @Test
    void whoSavesWhatSomebodyElseHasChangedIsTold() {
        var rule = rule("Mine", "opening", labels("a"));
        var path = "/rules/" + add(rule).path("id").asString();
        var body = Map.of("version", 1, "rule", rule);
        assertThat(manager.put(path, body).status()).isEqualTo(200);
        assertThat(manager.put(path, body).code()).isEqualTo("rule-changed");
        assertThat(manager.post("/rules", rule).code()).isEqualTo("rule-name-taken");
        assertThat(manager.put("/rules/order", Map.of("ids", List.of())).code())
                .isEqualTo("rule-changed");
        assertThat(manager.delete(path).status()).isEqualTo(204);
        assertThat(manager.delete(path).status()).isEqualTo(404);
    }

    @Test
    void aCalendarThatARuleGoesByStays() {
        var calendar =
                manager.post(
                                "/calendars",
                                Map.of("name", "Hours", "timeZone", "UTC", "week", Map.of()))
                        .body()
                        .path("id")
                        .asString();
        var closed = Map.of("type", "hours", "words", List.of("closed"), "ids", List.of(calendar));
        add(when(rule("Closed", "opening", labels("closed")), closed));

        assertThat(manager.delete("/calendars/" + calendar).code()).isEqualTo("calendar-in-use");
        var phone = says("hello");
        awaitActed("Closed", 1);
        assertThat(labelsOf(phone)).containsExactly("closed");
    }

    private void wrong(Map<String, Object> rule, String field) {
        var answer = manager.post("/rules", rule);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.body().path("errors").path(0).path("field").asString())
                .as(answer.toString())
                .isEqualTo(field);
    }

    private Answer dryRun(String replaced, Map<String, Object> rule) {
        var terms = new HashMap<>(rule);
        terms.remove("name");
        terms.remove("enabled");
        var body = new HashMap<String, Object>();
        body.put("ruleId", replaced);
        body.put("terms", terms);
        return manager.post("/rules/dry-run", body);
    }

    private JsonNode of(JsonNode tried, String phone) {
        var id = idOf(phone);
        return tried.path("conversations")
                .valueStream()
                .filter(it -> it.path("conversationId").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
