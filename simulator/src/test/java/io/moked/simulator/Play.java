package io.moked.simulator;

import io.moked.simulator.world.DataFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running simulator with two businesses, three customers and an app that listens. */
class Play implements BeforeEachCallback, AfterEachCallback {

    static final String SECRET = "a secret";
    static final String BLOOM = "555010001";
    static final String CLINIC = "555010002";
    static final String EMMA = "15550100200";
    static final String NOA = "972525550133";
    static final String SAM = "15550100203";

    private final HttpClient http = HttpClient.newHttpClient();
    private Stage stage;
    private Receiver receiver;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        receiver = new Receiver();
        start();
        setUp();
    }

    void start() throws Exception {
        stage = Stage.open(0, DataFolder.temporary());
    }

    void setUp() throws Exception {
        control(
                "PUT",
                "settings",
                "{\"sentMs\":5,\"deliveredMs\":5,\"readMs\":5,\"timeFactor\":50}");
        control("PUT", "setup", setup());
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        stop();
        receiver.close();
    }

    void stop() throws Exception {
        stage.close();
    }

    /** Who there is, to be put again with changes. */
    String setup() {
        return """
        {"apps":[{"id":"app","secret":"%s","verifyToken":"%s","callback":"%s"},
                 {"id":"partner","secret":"partner's","verifyToken":"v","fields":["messages"],
                  "callback":"%3$s/partner"}],
         "tokens":[
          {"token":"manager","appId":"partner","scopes":["whatsapp_business_management"]},
          {"token":"sender","appId":"app","wabas":["waba1"],
           "scopes":["whatsapp_business_messaging"],"expires":"2100-01-01T00:00:00Z"}],
         "wabas":[
          {"id":"waba1","name":"Bloom","appId":"app","numbers":[
            {"id":"%s","displayPhoneNumber":"+1 555 010 0001","name":"Bloom","token":"token1"}]},
          {"id":"waba2","name":"Clinic","appId":"app","numbers":[
            {"id":"%s","displayPhoneNumber":"+972 3 555 0102","name":"Clinic","token":"token2"}]},
          {"id":"waba3","name":"Newcomer","businessId":"portfolio3","numbers":[
            {"id":"555010003","displayPhoneNumber":"+44 20 7946 0103","name":"Newcomer",
             "unregistered":true}]}],
         "customers":[
          {"waId":"%s","name":"Emma Clark","language":"en"},
          {"waId":"%s","name":"נועה לוי","language":"he"},
          {"waId":"%s","name":"Sam","language":"en","username":"sam.ortiz"}]}
        """
                .formatted(
                        SECRET,
                        Receiver.VERIFY_TOKEN,
                        receiver.address(),
                        BLOOM,
                        CLINIC,
                        EMMA,
                        NOA,
                        SAM);
    }

    Receiver receiver() {
        return receiver;
    }

    String address() {
        return stage.address();
    }

    /** An answer with its body as JSON. */
    record Reply(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    Reply control(String method, String path, String body)
            throws IOException, InterruptedException {
        return call(method, "/simulator/" + path, "", body);
    }

    /** What the customer's phone shows of the chat with Bloom. */
    Reply phone(String waId) throws IOException, InterruptedException {
        return control("GET", "customers/" + waId + "/chats/" + BLOOM, "");
    }

    /** The customer writes to Bloom. */
    String write(String waId, String message) throws IOException, InterruptedException {
        String to = message.replaceFirst("\\{", "{\"to\":\"" + BLOOM + "\",");
        return control("POST", "customers/" + waId + "/messages", to).text("/wamid");
    }

    String writeText(String waId, String body) throws IOException, InterruptedException {
        return write(waId, "{\"type\":\"text\",\"text\":{\"body\":\"" + body + "\"}}");
    }

    /** Bloom sends; {@code part} is the message without its recipient. */
    Reply send(String to, String part) throws IOException, InterruptedException {
        String body =
                "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\"," + part.substring(1);
        return graph("POST", BLOOM + "/messages", body);
    }

    Reply sendText(String to, String body) throws IOException, InterruptedException {
        return send(to, "{\"type\":\"text\",\"text\":{\"body\":\"" + body + "\"}}");
    }

    Reply graph(String method, String path, String body) throws IOException, InterruptedException {
        return call(method, "/v26.0/" + path, "token1", body);
    }

    Reply call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        String answer = response.body().isEmpty() ? "{}" : response.body();
        return new Reply(response.statusCode(), JsonMapper.shared().readTree(answer));
    }
}
