package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RestartTest {

    @TempDir Path data;
    private boolean isKept = true;

    @RegisterExtension
    private final KillablePlay play =
            new KillablePlay(() -> isKept ? List.of("--data", data.toString()) : List.of());

    @Test
    void thePhoneShowsEarlierChatsAsTheyWere() throws Exception {
        play.writeText(EMMA, "שלום");
        String reply = reply("Hello");
        await().until(() -> play.phone(EMMA).text("/entries/1/status").equals("delivered"));
        play.write(
                EMMA,
                "{\"type\":\"reaction\",\"reaction\":{\"message_id\":\"%s\",\"emoji\":\"👍\"}}"
                        .formatted(reply));
        play.control("POST", "customers/" + EMMA + "/chats/" + BLOOM + "/read", "");
        await().until(() -> play.phone(EMMA).text("/entries/1/told").equals("read"));
        JsonNode before = play.phone(EMMA).body();

        play.restart();

        assertThat(play.phone(EMMA).body()).isEqualTo(before);
        assertThat(play.phone(EMMA).text("/entries/1/reactions/customer")).isEqualTo("👍");
    }

    @Test
    void aReplyToAnEarlierCustomerArrives() throws Exception {
        play.writeText(EMMA, "Hello");
        await().until(() -> play.receiver().messages().size() == 1);

        play.restart();
        String reply = reply("Hi");

        await().until(() -> statuses(reply).equals(List.of("sent", "delivered")));
        assertThat(play.phone(EMMA).text("/entries/1/content/text/body")).isEqualTo("Hi");
    }

    @Test
    void anEarlierMessageCanBeMarkedRead() throws Exception {
        String wamid = play.writeText(EMMA, "Hello");
        play.restart();

        play.graph(
                "POST",
                BLOOM + "/messages",
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\"}"
                        .formatted(wamid));

        assertThat(play.phone(EMMA).text("/entries/0/status")).isEqualTo("read");
    }

    @Test
    void whatTheAppHadNotTakenIsDeliveredInTheNextLife() throws Exception {
        play.control("PUT", "settings", "{\"timeFactor\":0.001}");
        play.receiver().answer(500);
        String unheard = play.writeText(EMMA, "Hello");
        await().until(() -> !play.receiver().posted().isEmpty());
        assertThat(play.receiver().messages()).isEmpty();

        play.restart();

        await().until(() -> play.receiver().messages().size() == 1);
        assertThat(play.receiver().messages().getFirst().path("id").asString()).isEqualTo(unheard);
        await().until(() -> play.phone(EMMA).text("/entries/0/status").equals("delivered"));
    }

    @Test
    void aReplyOnItsWayArrivesInTheNextLife() throws Exception {
        play.writeText(EMMA, "Hello");
        play.control("PUT", "settings", "{\"sentMs\":5,\"deliveredMs\":600000}");
        String reply = reply("Hi");
        await().until(() -> statuses(reply).equals(List.of("sent")));

        play.restart();

        await().until(() -> statuses(reply).contains("delivered"));
        assertThat(play.phone(EMMA).text("/entries/1/status")).isEqualTo("delivered");
    }

    @Test
    void onlyTicksTheAppHasNotHeardOfAreToldAgain() throws Exception {
        play.writeText(EMMA, "Hello");
        String heard = reply("One");
        await().until(() -> play.phone(EMMA).text("/entries/1/told").equals("delivered"));
        play.control("PUT", "faults", "{\"webhookDelayMs\":600000}");
        String unheard = reply("Two");
        await().until(() -> play.phone(EMMA).body().path("entries").size() == 3);
        assertThat(statuses(unheard)).isEmpty();

        play.restart();

        await().until(() -> statuses(unheard).equals(List.of("sent", "delivered")));
        assertThat(statuses(heard)).containsExactly("sent", "delivered");
    }

    @Test
    void filesCanStillBeSeenAndFetched() throws Exception {
        byte[] picture = {1, 2, 3};
        attach(picture);
        await().until(() -> play.receiver().messages().size() == 1);
        String id = play.phone(EMMA).text("/entries/0/content/image/id");

        play.restart();

        assertThat(get(play.address() + "/simulator/media/" + id).body()).isEqualTo(picture);
        assertThat(get(play.graph("GET", id, "").text("/url")).body()).isEqualTo(picture);
    }

    @Test
    void aTornLineLosesNothingElse() throws Exception {
        play.writeText(EMMA, "One");
        play.stop();
        Files.writeString(onlyChat(), "{\"wamid\":\"wam", APPEND);

        play.restart();
        play.writeText(EMMA, "Two");
        play.restart();

        assertThat(play.phone(EMMA).body().path("entries").findValuesAsString("body"))
                .containsExactly("One", "Two");
    }

    @Test
    void aLongChatTakesLittleRoom() throws Exception {
        String burst =
                IntStream.range(0, 1200)
                        .mapToObj(n ->
                                "{\"to\":\"%s\",\"type\":\"text\",\"text\":{\"body\":\"%d\"}}"
                                        .formatted(BLOOM, n))
                        .toList()
                        .toString();
        play.control("POST", "customers/" + EMMA + "/messages", burst);
        await().until(() -> play.receiver().messages().size() == 1200);
        play.control("POST", "customers/" + EMMA + "/messages", burst);
        await().until(() -> play.receiver().messages().size() == 2400);

        try (var lines = Files.lines(onlyChat())) {
            assertThat(lines.count()).isBetween(500L, 2000L);
        }
        play.restart();
        assertThat(play.phone(EMMA).body().path("entries").findValuesAsString("body"))
                .hasSize(500)
                .endsWith("1199");
    }

    @Test
    void nothingIsKeptForPeopleWithoutWhatsApp() throws Exception {
        String wamid = play.sendText("4915550100999", "Hello").text("/messages/0/id");
        await().until(() -> statuses(wamid).equals(List.of("failed")));

        await().until(() -> chats().isEmpty());
    }

    @Test
    void withoutAFolderNothingIsKept() throws Exception {
        isKept = false;
        play.restart();
        play.writeText(EMMA, "Hello");

        play.restart();

        assertThat(play.phone(EMMA).body().path("entries")).isEmpty();
        assertThat(chats()).isEmpty();
    }

    private String reply(String body) throws Exception {
        return play.sendText(EMMA, body).text("/messages/0/id");
    }

    private List<String> statuses(String wamid) {
        return play.receiver().statuses().stream()
                .filter(status -> status.path("id").asString().equals(wamid))
                .map(status -> status.path("status").asString())
                .toList();
    }

    private List<Path> chats() throws Exception {
        try (var files = Files.list(data.resolve("chats"))) {
            return files.toList();
        }
    }

    private Path onlyChat() throws Exception {
        assertThat(chats()).hasSize(1);
        return chats().getFirst();
    }

    private void attach(byte[] picture) throws Exception {
        String form =
                """
                --line\r
                Content-Disposition: form-data; name="file"; filename="rose.png"\r
                Content-Type: image/png\r
                \r
                %s\r
                --line--\r
                """
                        .formatted(new String(picture, UTF_8));
        send(
                HttpRequest.newBuilder(
                                URI.create(
                                        play.address()
                                                + "/simulator/customers/%s/chats/%s/media"
                                                        .formatted(EMMA, BLOOM)))
                        .header("Content-Type", "multipart/form-data; boundary=line")
                        .POST(BodyPublishers.ofString(form)));
    }

    private static HttpResponse<byte[]> get(String address) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer token1"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
