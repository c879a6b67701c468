package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AccountTest {

    private static final String NEWCOMER = "555010003";

    @RegisterExtension private final Play play = new Play();

    @Test
    void aTokenWithoutAPermissionIsTurnedAway() throws Exception {
        Play.Reply send = play.call("POST", "/v26.0/" + BLOOM + "/messages", "manager", "{}");
        Play.Reply list = play.call("GET", "/v26.0/waba1/message_templates", "sender", "");

        assertThat(send.status()).isEqualTo(403);
        assertThat(send.body().at("/error/code").asInt()).isEqualTo(131005);
        assertThat(list.status()).isEqualTo(403);
        assertThat(list.body().at("/error/code").asInt()).isEqualTo(200);
    }

    @Test
    void aTokenDiesWhenItsTimeHasCome() throws Exception {
        assertThat(play.call("GET", "/v26.0/" + BLOOM, "sender", "").status()).isEqualTo(200);

        play.control("PUT", "clock", "{\"now\":\"2100-01-02T00:00:00Z\"}");

        Play.Reply reply = play.call("GET", "/v26.0/" + BLOOM, "sender", "");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(463);
        assertThat(debug("sender").path("is_valid").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {458, 460, 467})
    void aTokenTellsWhatItDiedOf(int subcode) throws Exception {
        play.control(
                "PUT",
                "setup",
                play.setup()
                        .replace(
                                "\"tokens\":[",
                                "\"tokens\":[{\"token\":\"dead\",\"subcode\":" + subcode + "},"));

        Play.Reply reply = play.call("GET", "/v26.0/" + BLOOM, "dead", "");

        assertThat(code(reply)).isEqualTo(190);
        assertThat(reply.body().at("/error/error_subcode").asInt()).isEqualTo(subcode);
    }

    @Test
    void aTokenTellsItsPermissionsAndAccounts() throws Exception {
        JsonNode token = debug("sender");

        assertThat(token.path("is_valid").asBoolean()).isTrue();
        assertThat(token.path("app_id").asString()).isEqualTo("app");
        assertThat(token.path("scopes").valueStream().map(JsonNode::asString))
                .containsExactly("whatsapp_business_messaging");
        assertThat(token.at("/granular_scopes/0/target_ids/0").asString()).isEqualTo("waba1");
        assertThat(debug("nobody's").path("is_valid").asBoolean()).isFalse();
    }

    @Test
    void aSignupsCodeIsExchangedOnceAndWithinThirtySeconds() throws Exception {
        String code = signUp();
        JsonNode token = exchange(code, Play.SECRET).body();
        assertThat(token.path("token_type").asString()).isEqualTo("bearer");
        assertThat(
                        play.call(
                                        "GET",
                                        "/v26.0/waba3/phone_numbers",
                                        token.path("access_token").asString(),
                                        "")
                                .text("/data/0/id"))
                .isEqualTo(NEWCOMER);

        assertThat(exchange(code, Play.SECRET).body().at("/error/error_subcode").asInt())
                .isEqualTo(36007);
        String late = signUp();
        play.control("PUT", "clock", "{\"advance\":\"PT31S\"}");
        assertThat(exchange(late, Play.SECRET).body().at("/error/code").asInt()).isEqualTo(100);
        assertThat(exchange(signUp(), "guessed").body().at("/error/code").asInt()).isEqualTo(1);
    }

    @Test
    void aNumberSendsOnlyOnceItIsVerifiedAndRegistered() throws Exception {
        String hello =
                "{\"messaging_product\":\"whatsapp\",\"to\":\""
                        + EMMA
                        + "\",\"type\":\"text\",\"text\":{\"body\":\"Hello\"}}";
        String token = exchange(signUp(), Play.SECRET).body().path("access_token").asString();
        assertThat(code(call(token, "messages", hello))).isEqualTo(133010);
        assertThat(code(call(token, "register", "{\"pin\":\"123456\"}"))).isEqualTo(133006);

        call(token, "request_code", "{\"code_method\":\"SMS\",\"language\":\"en_US\"}");
        assertThat(code(call(token, "verify_code", "{\"code\":\"1\"}"))).isEqualTo(136025);
        String sms = play.control("GET", "numbers/" + NEWCOMER, "").text("/code");
        assertThat(call(token, "verify_code", "{\"code\":\"" + sms + "\"}").text("/success"))
                .isEqualTo("true");
        assertThat(code(call(token, "register", "{\"pin\":\"12\"}"))).isEqualTo(100);
        assertThat(call(token, "register", "{\"pin\":\"123456\"}").status()).isEqualTo(200);
        assertThat(call(token, "messages", hello).status()).isEqualTo(200);
        assertThat(code(call(token, "register", "{\"pin\":\"654321\"}"))).isEqualTo(133005);
    }

    @Test
    void theEleventhRegistrationInThreeDaysIsRefused() throws Exception {
        String pin = "{\"pin\":\"123456\"}";
        for (int i = 0; i < 10; i++) {
            assertThat(play.graph("POST", BLOOM + "/register", pin).status()).isEqualTo(200);
        }
        assertThat(code(play.graph("POST", BLOOM + "/register", pin))).isEqualTo(133016);

        play.control("PUT", "clock", "{\"advance\":\"PT73H\"}");

        assertThat(play.graph("POST", BLOOM + "/register", pin).status()).isEqualTo(200);
    }

    @Test
    void aNewPinIsToldToTheApp() throws Exception {
        play.graph("POST", BLOOM, "{\"pin\":\"222222\"}");

        await().until(() -> play.receiver().posted().size() == 1);
        JsonNode change = play.receiver().posted().getFirst().json().at("/entry/0/changes/0");
        assertThat(change.path("field").asString()).isEqualTo("security");
        assertThat(change.at("/value/event").asString()).isEqualTo("PIN_CHANGED");
    }

    @Test
    void everySubscribedAppHearsTheFieldsItAskedFor() throws Exception {
        play.call("POST", "/v26.0/waba1/subscribed_apps", "manager", "{}");

        play.writeText(EMMA, "Hello");
        play.graph("POST", BLOOM, "{\"pin\":\"222222\"}");

        await().until(() -> play.receiver().posted().size() == 3);
        assertThat(play.receiver().posted())
                .extracting(Receiver.Posted::path)
                .containsExactlyInAnyOrder("/hook", "/hook", "/hook/partner");
    }

    @Test
    void anAppThatUnsubscribesHearsNothingMore() throws Exception {
        play.graph("DELETE", "waba1/subscribed_apps", "");
        play.call("POST", "/v26.0/waba1/subscribed_apps", "manager", "{}");

        play.writeText(EMMA, "Hello");

        await().until(() -> play.receiver().posted().size() == 1);
        assertThat(play.receiver().posted().getFirst().path()).isEqualTo("/hook/partner");
        assertThat(play.graph("GET", "waba1/subscribed_apps", "").body().path("data").size())
                .isEqualTo(1);
    }

    @Test
    void messagesGoToTheNumbersCallbackBeforeTheAccountsAndTheApps() throws Exception {
        override("waba1/subscribed_apps", "%s", "/account");
        play.writeText(EMMA, "One");
        await().until(() -> play.receiver().posted().size() == 1);
        override(BLOOM, "{\"webhook_configuration\":%s}", "/number");
        play.writeText(EMMA, "Two");
        await().until(() -> play.receiver().posted().size() == 2);
        play.graph("POST", BLOOM, "{\"webhook_configuration\":{\"override_callback_uri\":\"\"}}");
        play.graph("POST", "waba1/subscribed_apps", "{}");
        play.writeText(EMMA, "Three");
        await().until(() -> play.receiver().posted().size() == 3);

        assertThat(play.receiver().posted())
                .extracting(Receiver.Posted::path)
                .containsExactly("/hook/account", "/hook/number", "/hook");
    }

    @Test
    void aCallbackThatDoesNotProveItselfIsRefused() throws Exception {
        Play.Reply reply =
                play.graph(
                        "POST",
                        "waba1/subscribed_apps",
                        "{\"override_callback_uri\":\""
                                + play.receiver().address()
                                + "\",\"verify_token\":\"wrong\"}");

        assertThat(code(reply)).isEqualTo(2200);
    }

    private void override(String path, String body, String callback) throws Exception {
        String wanted =
                "{\"override_callback_uri\":\"%s\",\"verify_token\":\"%s\"}"
                        .formatted(play.receiver().address() + callback, Receiver.VERIFY_TOKEN);
        assertThat(play.graph("POST", path, body.formatted(wanted)).status()).isEqualTo(200);
    }

    private JsonNode debug(String token) throws Exception {
        return play.call("GET", "/v26.0/debug_token?input_token=" + token, "manager", "")
                .body()
                .path("data");
    }

    private String signUp() throws Exception {
        Play.Reply reply =
                play.control("POST", "signups", "{\"appId\":\"app\",\"wabaId\":\"waba3\"}");
        assertThat(reply.text("/data/phone_number_id")).isEqualTo(NEWCOMER);
        return reply.text("/code");
    }

    private Play.Reply exchange(String code, String secret) throws Exception {
        return play.call(
                "GET",
                "/v26.0/oauth/access_token?client_id=app&client_secret="
                        + secret.replace(" ", "%20")
                        + "&code="
                        + code,
                "",
                "");
    }

    private Play.Reply call(String token, String path, String body) throws Exception {
        return play.call("POST", "/v26.0/" + NEWCOMER + "/" + path, token, body);
    }

    private static int code(Play.Reply reply) {
        return reply.body().at("/error/code").asInt();
    }
}
