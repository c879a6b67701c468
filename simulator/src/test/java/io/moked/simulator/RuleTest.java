package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static io.moked.simulator.Play.NOA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The rules Meta applies to what a business sends. */
class RuleTest {

    private static final String OFFER =
            "{\"type\":\"template\",\"template\":{\"name\":\"seasonal_offer\",\"language\":{\"code\":\"en\"},"
                    + "\"components\":[{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"text\":\"Dana\"}]}]}}";

    @RegisterExtension private final Play play = new Play();

    @Test
    void lets45MessagesToOnePersonPassAtOnceAndThenOneEverySixSeconds() throws Exception {
        play.control("PUT", "settings", "{\"rates\":true}");
        for (int i = 0; i < 45; i++) {
            assertThat(play.sendText(EMMA, "word " + i).status()).isEqualTo(200);
        }

        assertThat(code(play.sendText(EMMA, "too much"))).isEqualTo(131056);
        assertThat(play.sendText(NOA, "to another").status()).isEqualTo(200);
        play.control("PUT", "clock", "{\"advance\":\"PT6S\"}");
        assertThat(play.sendText(EMMA, "later").status()).isEqualTo(200);
    }

    @Test
    void lets200CallsAnHourPassForAnAccountWithoutARegisteredNumber() throws Exception {
        play.control("PUT", "settings", "{\"rates\":true}");
        for (int i = 0; i < 200; i++) {
            assertThat(askForNumbers().status()).isEqualTo(200);
        }

        assertThat(code(askForNumbers())).isEqualTo(80007);
        play.control("PUT", "clock", "{\"advance\":\"PT61M\"}");
        assertThat(askForNumbers().status()).isEqualTo(200);
    }

    private Play.Reply askForNumbers() throws Exception {
        return play.call("GET", "/v26.0/waba3/phone_numbers", "manager", "");
    }

    @Test
    void takesANumberWithoutAPlusForOneOfTheBusinesssCountry() throws Exception {
        Play.Reply reply = play.sendText("5550100200", "Hello");

        assertThat(reply.body().at("/contacts/0/wa_id").asString()).isEqualTo(EMMA);
    }

    @Test
    void lets20MessagesASecondPassOfANumberInTheAppAsWell() throws Exception {
        coexist();
        play.control("PUT", "settings", "{\"rates\":true}");

        int refused = 0;
        for (int i = 0; i < 40 && refused == 0; i++) {
            refused = code(play.sendText(EMMA, "word " + i));
        }

        assertThat(refused).isEqualTo(130429);
    }

    @Test
    void refusesAtOnceOutsideTheWindowWhenToldTo() throws Exception {
        play.control("PUT", "settings", "{\"windowAtOnce\":true}");

        assertThat(code(play.sendText(EMMA, "Hello"))).isEqualTo(131047);
    }

    @Test
    void closesTheWindowAfterADayOfTheClock() throws Exception {
        play.writeText(EMMA, "Hello");
        play.control("PUT", "clock", "{\"advance\":\"PT24H1S\"}");

        String wamid = play.sendText(EMMA, "Too late").text("/messages/0/id");

        await().until(() -> failure(wamid) == 131047);
        assertThat(play.phone(EMMA).body().path("windowOpen").asBoolean()).isFalse();
        play.control("DELETE", "clock", "");
        assertThat(play.phone(EMMA).body().path("windowOpen").asBoolean()).isTrue();
    }

    @Test
    void capsTheMarketingOnePersonGets() throws Exception {
        play.control("PUT", "settings", "{\"marketingCap\":1}");
        String first = play.send(EMMA, OFFER).text("/messages/0/id");
        await().until(() -> statuses(first).contains("delivered"));

        String second = play.send(EMMA, OFFER).text("/messages/0/id");

        await().until(() -> failure(second) == 131049);
    }

    @Test
    void sendsNoMarketingToSomebodyWhoStoppedIt() throws Exception {
        prefer("stop");
        await().until(() -> preferences().equals(List.of("stop")));
        String unwanted = play.send(EMMA, OFFER).text("/messages/0/id");
        await().until(() -> failure(unwanted) == 131050);

        prefer("resume");
        String wanted = play.send(EMMA, OFFER).text("/messages/0/id");

        await().until(() -> statuses(wanted).contains("delivered"));
        assertThat(preferences()).containsExactly("stop", "resume");
    }

    @Test
    void failsWithAnyCodeItIsTold() throws Exception {
        play.writeText(EMMA, "Hello");
        play.control(
                "PUT",
                "faults",
                "{\"error\":{\"next\":1,\"code\":131031},\"asyncError\":{\"next\":1,\"code\":131026}}");

        assertThat(play.sendText(EMMA, "One").status()).isEqualTo(403);
        String second = play.sendText(EMMA, "Two").text("/messages/0/id");

        await().until(() -> failure(second) == 131026);
    }

    @Test
    void reactsOnlyToMessagesThereAre() throws Exception {
        play.writeText(EMMA, "Hello");

        String wamid =
                play.send(
                                EMMA,
                                "{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"wamid.none\",\"emoji\":\"👍\"}}")
                        .text("/messages/0/id");

        await().until(() -> failure(wamid) == 131009);
    }

    @Test
    void refusesToDeliverToANewPhoneUnderTheOldIdentity() throws Exception {
        play.writeText(EMMA, "Hello");

        String wamid =
                play.send(
                                EMMA,
                                "{\"type\":\"text\",\"text\":{\"body\":\"Hi\"},\"recipient_identity_key_hash\":\"old\"}")
                        .text("/messages/0/id");

        await().until(() -> failure(wamid) == 137000);
    }

    @Test
    void chargesNothingForThreeDaysAfterAnAdvertisementIsAnswered() throws Exception {
        play.write(
                EMMA,
                "{\"type\":\"text\",\"text\":{\"body\":\"Hello\"},\"referral\":{\"source_type\":\"ad\",\"source_id\":\"1\"}}");
        String free = play.sendText(EMMA, "Hi").text("/messages/0/id");
        await().until(() -> !statuses(free).isEmpty());
        assertThat(play.receiver().statuses().getFirst().at("/pricing/type").asString())
                .isEqualTo("free_entry_point");

        play.control("PUT", "clock", "{\"advance\":\"PT73H\"}");
        play.writeText(EMMA, "Still there?");
        String paid = play.sendText(EMMA, "Yes").text("/messages/0/id");

        await().until(() -> !statuses(paid).isEmpty());
        assertThat(play.receiver().statuses().getLast().at("/pricing/type").asString())
                .isEqualTo("regular");
    }

    @Test
    void writesANumberTheWayItsCountryDoesAndAnswersWithTheOther() throws Exception {
        play.control(
                "PUT",
                "setup",
                play.setup()
                        .replace(
                                "\"customers\":[",
                                "\"customers\":[{\"waId\":\"551187654321\",\"name\":\"Ana\"},"
                                        + "{\"waId\":\"5215512345678\",\"name\":\"Luz\"},"
                                        + "{\"waId\":\"5491112345678\",\"name\":\"Juan\"},"));

        assertThat(waId("+55 11 98765-4321")).isEqualTo("551187654321");
        assertThat(waId("+52 55 1234 5678")).isEqualTo("5215512345678");
        assertThat(waId("+54 11 1234-5678")).isEqualTo("5491112345678");
    }

    private String waId(String typed) throws Exception {
        Play.Reply reply = play.sendText(typed, "Hello");
        assertThat(reply.text("/contacts/0/input")).isEqualTo(typed);
        return reply.text("/contacts/0/wa_id");
    }

    private void coexist() throws Exception {
        play.control(
                "PUT",
                "setup",
                play.setup()
                        .replace(
                                "\"token\":\"token1\"",
                                "\"token\":\"token1\",\"coexistence\":true"));
    }

    private void prefer(String value) throws Exception {
        play.control(
                "POST",
                "customers/" + EMMA + "/chats/" + BLOOM + "/marketing",
                "{\"value\":\"" + value + "\"}");
    }

    private List<String> preferences() {
        return play.receiver().posted().stream()
                .flatMap(Receiver.Posted::values)
                .flatMap(value -> value.path("user_preferences").valueStream())
                .map(one -> one.path("value").asString())
                .toList();
    }

    private List<String> statuses(String wamid) {
        return play.receiver().statuses().stream()
                .filter(status -> status.path("id").asString().equals(wamid))
                .map(status -> status.path("status").asString())
                .toList();
    }

    private int failure(String wamid) {
        return play.receiver().statuses().stream()
                .filter(status -> status.path("id").asString().equals(wamid))
                .map(status -> status.at("/errors/0/code"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asInt)
                .findFirst()
                .orElse(0);
    }

    private static int code(Play.Reply reply) {
        return reply.body().at("/error/code").asInt();
    }
}
