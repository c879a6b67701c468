package io.moked.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.channel.Channels;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Meta tells of an account and its numbers is seen with the numbers concerned. */
@MokedTest
class NewsTest extends Journey {

    private static final String QUALITY = "phone_number_quality_update";

    private final String account = Meta.newPhone();
    private final Map<String, String> numbers = new HashMap<>();
    private String one;
    private String other;
    private Api administrator;

    @BeforeEach
    void twoNumbersOfAnAccount() {
        administrator = Api.of(port, business.administrator());
        one = connect("+1 555 010-0001");
        other = connect("+1 555 010-0002");
    }

    private String connect(String address) {
        var number = Meta.newPhone();
        var wanted = new Channels.NewChannel("Shop", number, address, "token", account);
        var id =
                TenantScope.call(
                                business.tenant().id(),
                                () -> server.getBean(Channels.class).connect(wanted))
                        .id()
                        .value()
                        .toString();
        numbers.put(id, number);
        return id;
    }

    private void tell(String field, Map<String, Object> value) {
        tell(field, value, "");
    }

    private void tellOf(Instant when, String field, Map<String, Object> value) {
        tell(field, value, ",\"time\":" + when.getEpochSecond());
    }

    private void tell(String field, Map<String, Object> value, String time) {
        var body = Meta.body(List.of(Map.of("field", field, "value", value)));
        var ofAccount =
                new String(body, StandardCharsets.UTF_8)
                        .replace("\"id\":\"1\"", "\"id\":\"" + account + "\"" + time);
        assertThat(meta.post(ofAccount.getBytes(StandardCharsets.UTF_8))).isEqualTo(200);
    }

    private List<JsonNode> news(String number) {
        return administrator.items("/channels/" + number + "/news");
    }

    @Test
    void whatIsToldOfAnAccountConcernsAllOfItsNumbers() {
        var restriction = Map.of("restriction_type", "RESTRICTED_BIZ_INITIATED_MESSAGING");
        tell(
                "account_update",
                Map.of("event", "ACCOUNT_RESTRICTION", "restriction_info", List.of(restriction)));
        await().until(() -> news(one).size() == 1);
        assertThat(news(other)).isEqualTo(news(one));
        var told = news(one).getFirst();
        assertThat(told.path("field").asString()).isEqualTo("account_update");
        assertThat(told.path("event").asString()).isEqualTo("ACCOUNT_RESTRICTION");
        assertThat(told.path("details").path("restriction_type").asString())
                .isEqualTo("RESTRICTED_BIZ_INITIATED_MESSAGING");
    }

    @Test
    void whatIsToldOfANumberConcernsIt() {
        tell(
                "phone_number_quality_update",
                Map.of(
                        "display_phone_number",
                        "15550100001",
                        "event",
                        "FLAGGED",
                        "current_limit",
                        "TIER_1K"));
        await().until(() -> news(one).size() == 1);
        assertThat(news(other)).isEmpty();
    }

    @Test
    void ofOneMatterTheLastWordCounts() {
        tell("account_review_update", Map.of("decision", "PENDING"));
        await().until(() -> news(one).size() == 1);
        tell("account_review_update", Map.of("decision", "APPROVED"));
        await().until(() -> news(one).getFirst().path("event").asString().equals("APPROVED"));
        assertThat(news(one)).hasSize(1);
    }

    @Test
    void whatMetaToldEarlierAndRepeatsLateIsNotTheLastWord() {
        var now = Instant.now();
        tellOf(now.minusSeconds(60), QUALITY, quality("FLAGGED"));
        await().until(() -> news(one).size() == 1);
        tellOf(now.minusSeconds(30), QUALITY, quality("UNFLAGGED"));
        await().until(() -> news(one).getFirst().path("event").asString().equals("UNFLAGGED"));
        var before = news(one);
        assertThat(before.getFirst().path("at").asString())
                .isEqualTo(now.minusSeconds(30).truncatedTo(ChronoUnit.SECONDS).toString());
        tellOf(now.minusSeconds(30), QUALITY, quality("UNFLAGGED"));
        tellOf(now.minusSeconds(60), QUALITY, quality("FLAGGED"));
        tell("account_review_update", Map.of("decision", "APPROVED"));
        await().until(() -> news(one).size() == 2);
        assertThat(news(one)).containsAll(before);
    }

    private static Map<String, Object> quality(String event) {
        return Map.of("display_phone_number", "15550100001", "event", event);
    }

    @Test
    void howFarThePastHasComeNeverFallsBackAndThatItIsNotSharedIsTold() {
        tell("history", past(Map.of("metadata", Map.of("phase", 1, "progress", 55))));
        await().until(() -> news(one).size() == 1);
        tell("history", past(Map.of("metadata", Map.of("phase", 2, "progress", 100))));
        await().until(() -> news(one).getFirst().path("event").asString().equals("COMPLETE"));
        tell("history", past(Map.of("metadata", Map.of("phase", 0, "progress", 20))));
        tell("account_review_update", Map.of("decision", "APPROVED"));
        await().until(() -> news(one).size() == 2);
        assertThat(news(one))
                .extracting(it -> it.path("event").asString())
                .containsExactlyInAnyOrder("COMPLETE", "APPROVED");
        var error = Map.of("code", 2593109, "title", "Turned off");
        tell("history", past("15550100002", Map.of("errors", List.of(error))));
        await().until(() -> news(other).getFirst().path("event").asString().equals("2593109"));
    }

    private Map<String, Object> past(Map<String, Object> part) {
        return past("15550100001", part);
    }

    private Map<String, Object> past(String phone, Map<String, Object> part) {
        var number = phone.equals("15550100001") ? numbers.get(one) : numbers.get(other);
        return Map.of(
                "metadata",
                Map.of("display_phone_number", phone, "phone_number_id", number),
                "history",
                List.of(part));
    }
}
