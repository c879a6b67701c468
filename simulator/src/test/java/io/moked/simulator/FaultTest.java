package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.CLINIC;
import static io.moked.simulator.Play.EMMA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultTest {

    @RegisterExtension private final Play play = new Play();

    @Test
    void acceptsAMessageWhoseAnswerIsLost() throws Exception {
        play.control("PUT", "faults", "{\"lostAnswer\":{\"next\":1}}");

        assertThatThrownBy(() -> play.sendText(EMMA, "Hello")).isInstanceOf(IOException.class);

        assertThat(posts()).isEqualTo(1);
        assertThat(play.sendText(EMMA, "Hello").status()).isEqualTo(200);
    }

    @Test
    void acceptsAMessageAndAnswersThatItFailed() throws Exception {
        play.control("PUT", "faults", "{\"failedAnswer\":{\"next\":1,\"status\":503}}");

        assertThat(play.sendText(EMMA, "Hello").status()).isEqualTo(503);

        assertThat(posts()).isEqualTo(1);
        assertThat(play.sendText(EMMA, "Hello").status()).isEqualTo(200);
    }

    @Test
    void acceptsNothingWhenTheConnectionBreaksBefore() throws Exception {
        play.control("PUT", "faults", "{\"resetBefore\":{\"next\":1}}");

        assertThatThrownBy(() -> play.sendText(EMMA, "Hello")).isInstanceOf(IOException.class);

        assertThat(posts()).isZero();
    }

    @Test
    void limitsTheRateAsOftenAsItIsTold() throws Exception {
        play.control("PUT", "faults", "{\"rateLimited\":{\"next\":1}}");

        Play.Reply reply = play.sendText(EMMA, "Hello");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body().at("/error/code").asInt()).isEqualTo(130429);
        assertThat(play.sendText(EMMA, "Hello").status()).isEqualTo(200);
    }

    @Test
    void failsWithTheStatusItIsTold() throws Exception {
        play.control("PUT", "faults", "{\"serverError\":{\"next\":1,\"status\":503}}");

        Play.Reply reply = play.sendText(EMMA, "Hello");

        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.body().at("/error/is_transient").asBoolean()).isTrue();
        assertThat(posts()).isZero();
    }

    @Test
    void expiresTheTokensOfOneNumber() throws Exception {
        play.control(
                "PUT", "faults", "{\"tokenExpired\":true,\"phoneNumberId\":\"" + BLOOM + "\"}");

        Play.Reply reply = play.sendText(EMMA, "Hello");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(463);
        assertThat(play.call("GET", "/v26.0/" + CLINIC, "token2", "").status()).isEqualTo(200);
    }

    @Test
    void tellsSentBeforeItAnswers() throws Exception {
        play.control("PUT", "settings", "{\"sentMs\":60000}");
        play.control("PUT", "faults", "{\"statusBeforeAnswer\":true}");
        play.writeText(EMMA, "Hello");

        play.sendText(EMMA, "Hi");

        assertThat(play.receiver().statuses())
                .extracting(one -> one.path("status").asString())
                .containsExactly("sent");
    }

    @Test
    void heals() throws Exception {
        play.control("PUT", "faults", "{\"tokenExpired\":true}");

        play.control("DELETE", "faults", "");

        assertThat(play.sendText(EMMA, "Hello").status()).isEqualTo(200);
    }

    @Test
    void refusesTheTokenOfAnotherBusiness() throws Exception {
        Play.Reply reply = play.call("POST", "/v26.0/" + BLOOM + "/messages", "token2", "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().at("/error/code").asInt()).isEqualTo(100);
        assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(33);
    }

    @Test
    void reordersWebhooksWithoutLosingAny() throws Exception {
        play.control("PUT", "faults", "{\"reorder\":true}");
        for (int i = 0; i < 5; i++) {
            play.writeText(EMMA, "word " + i);
        }

        await().until(() -> play.receiver().messages().size() == 5);
    }

    private int posts() throws Exception {
        return play.control("GET", "posts", "").body().path("count").asInt();
    }

    @Test
    void anOutageStopsCallsAndWebhooksUntilItIsOver() throws Exception {
        play.control("PUT", "faults", "{\"outage\":true}");
        play.writeText(EMMA, "Hello");

        assertThat(play.sendText(EMMA, "Hi").status()).isEqualTo(503);
        assertThat(play.graph("GET", BLOOM, "").status()).isEqualTo(503);
        assertThat(play.receiver().posted()).isEmpty();
        play.control("DELETE", "faults", "");

        await().until(() -> play.receiver().messages().size() == 1);
    }

    @Test
    void aNumberInMaintenanceSendsNothing() throws Exception {
        play.control("PUT", "faults", "{\"maintenance\":true}");

        Play.Reply reply = play.sendText(EMMA, "Hello");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body().at("/error/code").asInt()).isEqualTo(131057);
    }

    @Test
    void postsFieldsAndTypesNobodyHasHeardOf() throws Exception {
        play.control(
                "PUT", "faults", "{\"unknownField\":{\"next\":1},\"unknownType\":{\"next\":1}}");

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(play.receiver().messages().getFirst().path("type").asString())
                .isEqualTo("hologram");
        assertThat(play.receiver().posted().getFirst().json().toString())
                .contains("\"field\":\"holograms\"");
    }

    @Test
    void leavesOutWhoWroteWhenToldTo() throws Exception {
        play.control("PUT", "faults", "{\"withoutFrom\":{\"next\":1}}");

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(play.receiver().messages().getFirst().propertyNames())
                .doesNotContain("from", "from_user_id");
    }

    @Test
    void postsHalfABodyAndThenTheWholeOne() throws Exception {
        play.control("PUT", "faults", "{\"truncated\":{\"next\":1}}");

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().posted().size() == 2);
        int whole = play.receiver().posted().getLast().body().length;
        assertThat(play.receiver().posted().getFirst().body()).hasSize(whole / 2);
        assertThat(play.receiver().posted().getLast().json().path("entry").size()).isEqualTo(1);
    }

    @Test
    void postsABodyOfThreeMegabytes() throws Exception {
        play.control("PUT", "faults", "{\"oversized\":{\"next\":1}}");

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(play.receiver().posted().getFirst().body()).hasSize(3 << 20);
    }

    @Test
    void escapesNothingWhenToldTo() throws Exception {
        play.control("PUT", "faults", "{\"unescaped\":true}");

        play.writeText(EMMA, "שלום");

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(new String(play.receiver().posted().getFirst().body(), UTF_8)).contains("שלום");
    }

    @Test
    void postsDuplicatesLaterWhenToldTo() throws Exception {
        play.control("PUT", "faults", "{\"duplicate\":2,\"duplicateAfterMs\":86400000}");
        play.writeText(EMMA, "Hello");
        await().until(() -> play.receiver().messages().size() == 1);

        play.control("PUT", "clock", "{\"advance\":\"P1D\"}");
        await().until(() -> play.receiver().messages().size() == 2);
        play.control("PUT", "clock", "{\"advance\":\"P1D\"}");

        await().until(() -> play.receiver().messages().size() == 3);
    }

    @Test
    void repeatsForSevenDaysOfTheClockAndNoLonger() throws Exception {
        play.control("PUT", "settings", "{\"timeFactor\":1}");
        play.receiver().answer(500, 500);
        play.writeText(EMMA, "Hello");
        await().until(() -> play.receiver().posted().size() == 1);
        play.control("PUT", "clock", "{\"advance\":\"P6D\"}");
        await().until(() -> play.receiver().posted().size() == 2);

        play.control("PUT", "clock", "{\"advance\":\"P2D\"}");
        play.writeText(EMMA, "Hello again");

        await().until(() -> !play.receiver().messages().isEmpty());
        assertThat(play.receiver().messages())
                .extracting(one -> one.at("/text/body").asString())
                .containsExactly("Hello again");
    }
}
