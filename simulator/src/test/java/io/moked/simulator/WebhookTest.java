package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static io.moked.simulator.Play.NOA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class WebhookTest {

    @RegisterExtension private final Play play = new Play();

    @Test
    void signsTheBytesItPosts() throws Exception {
        play.writeText(NOA, "שלום");
        await().until(() -> play.receiver().posted().size() == 1);

        Receiver.Posted posted = play.receiver().posted().getFirst();
        assertThat(posted.signature()).isEqualTo(signature(posted.body(), Play.SECRET));
    }

    @Test
    void escapesEverythingThatIsNotAscii() throws Exception {
        play.writeText(NOA, "שלום a/b");
        await().until(() -> play.receiver().posted().size() == 1);

        assertThat(new String(play.receiver().posted().getFirst().body(), StandardCharsets.UTF_8))
                .contains("\\u05e9\\u05dc\\u05d5\\u05dd a\\/b");
    }

    @Test
    void repeatsWhatWasNotTaken() throws Exception {
        play.receiver().answer(500, 503, 401);

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(play.receiver().posted())
                .extracting(Receiver.Posted::answer)
                .containsExactly(500, 503, 401, 200);
        await().untilAsserted(() ->
                assertThat(
                                play.control("GET", "deliveries", "")
                                        .body()
                                        .at("/deliveries/0/delivered")
                                        .asBoolean())
                        .isTrue());
    }

    @Test
    void goesOnWithLaterMessagesWhileOneIsRepeated() throws Exception {
        play.control("PUT", "settings", "{\"timeFactor\":0.001}");
        play.receiver().answer(500);

        play.writeText(EMMA, "lost for now");
        play.writeText(EMMA, "taken");

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(play.receiver().messages().getFirst().at("/text/body").asString())
                .isEqualTo("taken");
    }

    @Test
    void postsDuplicatesWhenToldTo() throws Exception {
        play.control("PUT", "faults", "{\"duplicate\":2}");

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().messages().size() == 3);
        assertThat(play.receiver().messages())
                .extracting(message -> message.path("id").asString())
                .containsOnly(play.receiver().messages().getFirst().path("id").asString());
    }

    @Test
    void signsWronglyWhenToldToAndRightlyWhenItRepeats() throws Exception {
        play.control("PUT", "faults", "{\"wrongSignature\":{\"next\":1}}");
        play.receiver().answer(401);

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().posted().size() == 2);
        assertThat(play.receiver().posted())
                .extracting(one -> one.signature().equals(signature(one.body(), Play.SECRET)))
                .containsExactly(false, true);
    }

    @Test
    void leavesOutDeliveredOnlyForTheNumberItIsToldOf() throws Exception {
        play.control(
                "PUT", "faults", "{\"dropDelivered\":true,\"phoneNumberId\":\"" + BLOOM + "\"}");
        play.control("PUT", "settings", "{\"autoRead\":true}");
        play.writeText(EMMA, "Hello");

        play.sendText(EMMA, "Hi");

        await().until(() -> play.receiver().statuses().size() == 2);
        assertThat(play.receiver().statuses())
                .extracting(status -> status.path("status").asString())
                .containsExactly("sent", "read");
    }

    @Test
    void postsARecordedDeliveryAgainWholeAndSignedAndRepeatsIt() throws Exception {
        play.receiver().answer(500);
        String recorded =
                """
                {"object":"whatsapp_business_account","entry":[{"id":"9","time":7,"changes":[
                  {"field":"messages","value":{"metadata":{"phone_number_id":"99","display_phone_number":"9"},
                   "messages":[{"from":"1555","id":"wamid.old","type":"of tomorrow","of tomorrow":{"a":"ש"}}],
                   "statuses":[{"id":"wamid.sent","status":"read"}]}}]}],"beside":true}
                """;

        Play.Reply reply = play.control("POST", "numbers/" + BLOOM + "/replays", recorded);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.body().path("apps").asInt()).isEqualTo(1);
        await().until(() -> play.receiver().posted().size() == 2);
        Receiver.Posted posted = play.receiver().posted().getLast();
        assertThat(posted.answer()).isEqualTo(200);
        assertThat(posted.signature()).isEqualTo(signature(posted.body(), Play.SECRET));
        String about =
                recorded.replace("\"99\"", "\"" + BLOOM + "\"")
                        .replace("\"9\",\"time", "\"waba1\",\"time")
                        .replace("\"9\"}", "\"15550100001\"}");
        assertThat(posted.json()).isEqualTo(JsonMapper.shared().readTree(about));
        assertThat(play.control("POST", "numbers/" + BLOOM + "/replays", "{}").status())
                .isEqualTo(400);
    }

    @Test
    void verifiesACallback() throws Exception {
        assertThat(
                        play.control("POST", "apps/app/verification", "")
                                .body()
                                .path("verified")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void approvesANewTemplateAndTellsSo() throws Exception {
        play.graph(
                "POST",
                "waba1/message_templates",
                "{\"name\":\"thanks\",\"language\":\"en\",\"category\":\"UTILITY\",\"components\":[{\"type\":\"BODY\",\"text\":\"Thanks\"}]}");

        await().until(() -> play.receiver().posted().size() == 1);
        assertThat(
                        play.receiver()
                                .posted()
                                .getFirst()
                                .json()
                                .at("/entry/0/changes/0/field")
                                .asString())
                .isEqualTo("message_template_status_update");
    }

    private static String signature(byte[] body, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
