package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static io.moked.simulator.Play.NOA;
import static io.moked.simulator.Play.SAM;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class MessagingTest {

    @RegisterExtension private final Play play = new Play();

    @Test
    void tellsTheStatusesOfAnAnswerInsideTheWindow() throws Exception {
        play.writeText(EMMA, "Hello");
        String wamid =
                play.send(
                                EMMA,
                                "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"biz_opaque_callback_data\":\"m1\"}")
                        .text("/messages/0/id");

        await().until(() -> statuses(wamid).equals(List.of("sent", "delivered")));
        assertThat(play.receiver().statuses())
                .allSatisfy(status -> {
                    assertThat(status.path("biz_opaque_callback_data").asString()).isEqualTo("m1");
                    assertThat(status.at("/pricing/category").asString()).isEqualTo("service");
                    assertThat(status.path("recipient_id").asString()).isEqualTo(EMMA);
                });
    }

    @Test
    void marksAnswersReadWhenTheChatIsOpened() throws Exception {
        play.writeText(EMMA, "Hello");
        String wamid = play.sendText(EMMA, "Hi").text("/messages/0/id");
        await().until(() -> statuses(wamid).contains("delivered"));

        play.control("POST", "customers/" + EMMA + "/chats/" + BLOOM + "/read", "");

        await().until(() -> statuses(wamid).contains("read"));
        assertThat(chat(EMMA).findValuesAsString("status")).contains("read");
    }

    @Test
    void failsFreeTextOutsideTheServiceWindow() throws Exception {
        long yesterday = Instant.now().minusSeconds(25 * 3600).getEpochSecond();
        play.write(
                EMMA,
                "{\"type\":\"text\",\"timestamp\":\""
                        + yesterday
                        + "\",\"text\":{\"body\":\"Hello\"}}");

        Play.Reply reply = play.sendText(EMMA, "Too late");

        assertThat(reply.status()).isEqualTo(200);
        await().until(() -> statuses(reply.text("/messages/0/id")).equals(List.of("failed")));
        assertThat(play.receiver().statuses().getLast().at("/errors/0/code").asInt())
                .isEqualTo(131047);
        assertThat(chat(EMMA).size()).isEqualTo(1);
    }

    @Test
    void deliversATemplateOutsideTheServiceWindow() throws Exception {
        Play.Reply reply = play.send(EMMA, template("order_ready", "Emma", "1042"));

        await().until(() -> statuses(reply.text("/messages/0/id")).contains("delivered"));
        assertThat(chat(EMMA).at("/0/content/template/filled/body").asString())
                .startsWith("Hello Emma, your order 1042");
        assertThat(play.receiver().statuses().getFirst().at("/pricing/category").asString())
                .isEqualTo("utility");
    }

    @Test
    void refusesATemplateWithTooFewParameters() throws Exception {
        Play.Reply reply = play.send(EMMA, template("order_ready", "Emma"));

        assertThat(reply.body().at("/error/code").asInt()).isEqualTo(132000);
    }

    @Test
    void tellsOfEverybodyInAGroupHowFarAMessageCame() throws Exception {
        String hello =
                "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"},\"group_id\":\"regulars\"}";
        play.write(EMMA, hello);
        play.write(NOA, hello);
        await().until(() -> play.receiver().messages().size() == 2);
        assertThat(play.receiver().messages().getFirst().path("group_id").asString())
                .isEqualTo("regulars");

        Play.Reply reply =
                play.send(
                        "regulars",
                        "{\"recipient_type\":\"group\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");

        String wamid = reply.text("/messages/0/id");
        await().until(() -> statuses(wamid).size() == 4);
        assertThat(play.receiver().statuses())
                .allSatisfy(status -> {
                    assertThat(status.path("recipient_type").asString()).isEqualTo("group");
                    assertThat(status.path("recipient_id").asString()).isEqualTo("regulars");
                })
                .extracting(status -> status.path("recipient_participant_id").asString())
                .containsOnly(EMMA, NOA);
    }

    @Test
    void failsAMessageToSomebodyWithoutWhatsApp() throws Exception {
        play.sendText("15550199999", "Anybody?");

        await().until(() -> !play.receiver().statuses().isEmpty());
        assertThat(play.receiver().statuses().getFirst().at("/errors/0/code").asInt())
                .isEqualTo(131026);
    }

    @Test
    void hidesThePhoneNumberOfAPersonWithAUsername() throws Exception {
        play.writeText(SAM, "Hello");
        await().until(() -> !play.receiver().messages().isEmpty());

        JsonNode value = play.receiver().posted().getFirst().values().findFirst().orElseThrow();
        assertThat(new String(play.receiver().posted().getFirst().body()))
                .doesNotContain("\"" + SAM + "\"");
        assertThat(value.at("/contacts/0/profile/username").asString()).isEqualTo("sam.ortiz");
        String userId = value.at("/messages/0/from_user_id").asString();
        Play.Reply reply =
                play.graph(
                        "POST",
                        BLOOM + "/messages",
                        "{\"messaging_product\":\"whatsapp\",\"recipient\":\""
                                + userId
                                + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}");
        assertThat(reply.text("/contacts/0/user_id")).isEqualTo(userId);
        await().until(() -> statuses(reply.text("/messages/0/id")).contains("delivered"));
    }

    @Test
    void keepsTheOrderOfABurst() throws Exception {
        play.control("POST", "customers/" + NOA + "/messages", burst(30));

        await().until(() -> play.receiver().messages().size() == 30);
        assertThat(play.receiver().messages())
                .extracting(message -> message.at("/text/body").asString())
                .containsExactlyElementsOf(
                        IntStream.range(0, 30).mapToObj(i -> "word " + i).toList());
    }

    @Test
    void tellsEveryStatusOfMoreMessagesThanAChatKeeps() throws Exception {
        play.writeText(EMMA, "Hello");
        play.control("PUT", "settings", "{\"deliveredMs\":1500}");

        for (int i = 0; i < 550; i++) {
            play.sendText(EMMA, "answer " + i);
        }

        await().atMost(Duration.ofSeconds(20))
                .until(() -> play.receiver().statuses().size() == 1100);
    }

    @Test
    void marksWhatTheCustomerWroteReadAndShowsTyping() throws Exception {
        String wamid = play.writeText(EMMA, "Hello");

        Play.Reply reply =
                play.graph(
                        "POST",
                        BLOOM + "/messages",
                        "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\""
                                + wamid
                                + "\",\"typing_indicator\":{\"type\":\"text\"}}");

        assertThat(reply.body().path("success").asBoolean()).isTrue();
        assertThat(chat(EMMA).at("/0/status").asString()).isEqualTo("read");
    }

    @Test
    void namesMessagesTheWayMetaDoes() throws Exception {
        String wamid = play.writeText(EMMA, "Hello");

        assertThat(wamid).startsWith("wamid.HBgL");
        assertThat(new String(Base64.getDecoder().decode(wamid.substring(6)))).contains(EMMA);
    }

    private List<String> statuses(String wamid) {
        return play.receiver().statuses().stream()
                .filter(status -> status.path("id").asString().equals(wamid))
                .map(status -> status.path("status").asString())
                .toList();
    }

    private JsonNode chat(String waId) throws Exception {
        return play.control("GET", "customers/" + waId + "/chats/" + BLOOM, "")
                .body()
                .path("entries");
    }

    private static String template(String name, String... parameters) {
        String values =
                List.of(parameters).stream()
                        .map(value -> "{\"type\":\"text\",\"text\":\"" + value + "\"}")
                        .collect(joining(","));
        return "{\"type\":\"template\",\"template\":{\"name\":\""
                + name
                + "\",\"language\":{\"code\":\"en\"},"
                + "\"components\":[{\"type\":\"body\",\"parameters\":["
                + values
                + "]}]}}";
    }

    private static String burst(int size) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        "{\"to\":\""
                                + BLOOM
                                + "\",\"type\":\"text\",\"text\":{\"body\":\"word "
                                + i
                                + "\"}}")
                .collect(joining(",", "[", "]"));
    }
}
