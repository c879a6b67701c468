package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static io.moked.simulator.Play.NOA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BusinessTest {

    private static final String NUMBER = "numbers/" + BLOOM;

    @RegisterExtension private final Play play = new Play();

    @BeforeEach
    void coexist() throws Exception {
        play.control(
                "PUT",
                "setup",
                play.setup()
                        .replace(
                                "\"token\":\"token1\"",
                                "\"token\":\"token1\",\"coexistence\":true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "quality_rating | RED | phone_number_quality_update | FLAGGED",
                "quality_rating | GREEN | phone_number_quality_update | UNFLAGGED",
                "whatsapp_business_manager_messaging_limit | TIER_10K | phone_number_quality_update | UPGRADE",
                "whatsapp_business_manager_messaging_limit | TIER_250 | phone_number_quality_update | DOWNGRADE",
                "name_status | DECLINED | phone_number_name_update | DECLINED",
            })
    void tellsWhatChangesAboutANumber(String field, String value, String told, String event)
            throws Exception {
        play.control("PUT", NUMBER, "{\"" + field + "\":\"" + value + "\"}");

        assertThat(play.graph("GET", BLOOM + "?fields=" + field, "").text("/" + field))
                .isEqualTo(value);
        await().until(() -> changes().stream().anyMatch(one -> one.toString().contains(event)));
        assertThat(changes().getFirst().path("field").asString()).isEqualTo(told);
    }

    @Test
    void postsEveryWebhookMetaHasASampleOf() throws Exception {
        JsonNode samples = play.control("GET", "webhooks", "").body();

        for (JsonNode sample : samples) {
            Play.Reply reply = play.control("POST", NUMBER + "/webhooks", sample.toString());
            assertThat(reply.status()).isEqualTo(201);
        }
        play.control("POST", NUMBER + "/webhooks", "{\"field\":\"security\"}");

        await().until(() -> changes().size() == samples.size() + 1);
        JsonNode security = changes().getLast().path("value");
        assertThat(security.path("display_phone_number").asString()).isEqualTo("15550100001");
    }

    @Test
    void echoesWhatTheBusinessWritesInItsApp() throws Exception {
        play.control(
                "POST",
                NUMBER + "/echoes",
                "{\"to\":\"" + EMMA + "\",\"type\":\"text\",\"text\":{\"body\":\"From the app\"}}");

        await().until(() -> changes().size() == 1);
        assertThat(changes().getFirst().path("field").asString()).isEqualTo("smb_message_echoes");
        JsonNode echo = changes().getFirst().at("/value/message_echoes/0");
        assertThat(echo.path("to").asString()).isEqualTo(EMMA);
        assertThat(echo.at("/text/body").asString()).isEqualTo("From the app");
        assertThat(play.phone(EMMA).text("/entries/0/content/text/body")).isEqualTo("From the app");
    }

    @Test
    void givesContactsAndHistoryOnceEach() throws Exception {
        play.writeText(EMMA, "Hello");
        play.writeText(NOA, "Hello");
        await().until(() -> changes().size() == 2);

        assertThat(sync("smb_app_state_sync").status()).isEqualTo(200);
        assertThat(sync("history").status()).isEqualTo(200);
        assertThat(sync("history").body().at("/error/code").asInt()).isEqualTo(2593107);

        await().until(() -> changes().size() == 6);
        List<JsonNode> history =
                changes().stream()
                        .filter(one -> one.path("field").asString().equals("history"))
                        .map(one -> one.at("/value/history/0"))
                        .toList();
        assertThat(history)
                .extracting(one -> one.at("/metadata/progress").asInt())
                .containsExactly(33, 66, 100);
        assertThat(history.toString()).contains(EMMA, NOA);
    }

    private Play.Reply sync(String type) throws Exception {
        return play.graph(
                "POST",
                BLOOM + "/smb_app_data",
                "{\"messaging_product\":\"whatsapp\",\"sync_type\":\"" + type + "\"}");
    }

    private List<JsonNode> changes() {
        return play.receiver().posted().stream()
                .flatMap(one -> one.json().path("entry").valueStream())
                .flatMap(entry -> entry.path("changes").valueStream())
                .toList();
    }
}
