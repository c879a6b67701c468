package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MediaTest {

    @RegisterExtension private final Play play = new Play();

    private final byte[] picture = bytes(70_000);

    @Test
    void givesBackWhatWasUploaded() throws Exception {
        String id =
                upload("/v26.0/" + BLOOM + "/media", "image/png", picture).path("id").asString();

        Play.Reply address = play.graph("GET", id, "");

        assertThat(address.text("/sha256")).isEqualTo(HexFormat.of().formatHex(sha256(picture)));
        assertThat(address.body().path("file_size").asInt()).isEqualTo(picture.length);
        var downloaded = download(address.text("/url"), "token1");
        assertThat(downloaded.body()).isEqualTo(picture);
        assertThat(downloaded.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("attachment"));
    }

    @Test
    void refusesADownloadWithoutATokenAndAfterTheAddressWasAltered() throws Exception {
        String id =
                upload("/v26.0/" + BLOOM + "/media", "image/png", picture).path("id").asString();
        String url = play.graph("GET", id, "").text("/url");

        assertThat(download(url, "").statusCode()).isEqualTo(401);
        assertThat(download(url.replace("ext=1", "ext=9"), "token1").statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsDeletedMedia() throws Exception {
        String id =
                upload("/v26.0/" + BLOOM + "/media", "image/png", picture).path("id").asString();

        assertThat(play.graph("DELETE", id, "").body().path("success").asBoolean()).isTrue();
        assertThat(play.graph("GET", id, "").body().at("/error/error_subcode").asInt())
                .isEqualTo(33);
    }

    @Test
    void refusesTypesAndSizesWhatsAppDoesNotTake() throws Exception {
        assertThat(
                        upload("/v26.0/" + BLOOM + "/media", "video/quicktime", picture)
                                .at("/error/code")
                                .asInt())
                .isEqualTo(100);
        assertThat(
                        upload("/v26.0/" + BLOOM + "/media", "image/webp", bytes(600_000))
                                .at("/error/code")
                                .asInt())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({
        "audio, audio/webm, webm",
        "audio, audio/opus, Opus",
        "audio, audio/ogg, OggS",
        "audio, audio/mp4, OggS",
        "image, image/webp, RIFF",
    })
    void failsFilesPhonesCannotPlayOnlyAfterTheyWereSent(
            String type, String mimeType, String content) throws Exception {
        play.writeText(EMMA, "Hello");

        String wamid = sendUploaded(type, mimeType, content);

        await().until(() -> !play.receiver().statuses().isEmpty());
        JsonNode status = play.receiver().statuses().getFirst();
        assertThat(status.path("id").asString()).isEqualTo(wamid);
        assertThat(status.at("/errors/0/code").asInt()).isEqualTo(131053);
    }

    @Test
    void deliversAVoiceNote() throws Exception {
        play.writeText(EMMA, "Hello");

        sendUploaded("audio", "audio/ogg; codecs=opus", "OggS");

        await().until(() -> play.receiver().statuses().size() == 2);
        assertThat(play.receiver().statuses().getLast().path("status").asString())
                .isEqualTo("delivered");
    }

    private String sendUploaded(String type, String mimeType, String content) throws Exception {
        String id =
                upload("/v26.0/" + BLOOM + "/media", mimeType, content.getBytes())
                        .path("id")
                        .asString();
        Play.Reply reply =
                play.send(
                        EMMA, "{\"type\":\"%s\",\"%s\":{\"id\":\"%s\"}}".formatted(type, type, id));
        assertThat(reply.status()).isEqualTo(200);
        return reply.text("/messages/0/id");
    }

    @Test
    void postsWhatACustomerAttaches() throws Exception {
        upload(
                "/simulator/customers/" + EMMA + "/chats/" + BLOOM + "/media",
                "application/pdf",
                picture);

        await().until(() -> play.receiver().messages().size() == 1);
        JsonNode document = play.receiver().messages().getFirst().path("document");
        assertThat(document.path("filename").asString()).isEqualTo("קובץ.bin");
        assertThat(document.path("sha256").asString())
                .isEqualTo(Base64.getEncoder().encodeToString(sha256(picture)));
        assertThat(download(document.path("url").asString(), "token1").body()).isEqualTo(picture);
    }

    @Test
    void fetchesLinkedMediaForThePhone() throws Exception {
        String id =
                upload("/v26.0/" + BLOOM + "/media", "image/png", picture).path("id").asString();
        play.writeText(EMMA, "Hello");

        play.send(
                EMMA,
                "{\"type\":\"image\",\"image\":{\"link\":\""
                        + play.address()
                        + "/simulator/media/"
                        + id
                        + "\"}}");

        await().until(() -> play.receiver().statuses().size() == 2);
        Play.Reply chat = play.control("GET", "customers/" + EMMA + "/chats/" + BLOOM, "");
        String copy = chat.text("/entries/1/content/image/id");
        assertThat(download(play.address() + "/simulator/media/" + copy, "").body())
                .isEqualTo(picture);
    }

    @Test
    void failsAMessageWhoseLinkLeadsNowhere() throws Exception {
        play.writeText(EMMA, "Hello");

        play.send(
                EMMA,
                "{\"type\":\"image\",\"image\":{\"link\":\""
                        + play.address()
                        + "/simulator/media/1\"}}");

        await().until(() -> !play.receiver().statuses().isEmpty());
        assertThat(play.receiver().statuses().getFirst().at("/errors/0/code").asInt())
                .isEqualTo(131053);
    }

    private JsonNode upload(String path, String type, byte[] file) throws Exception {
        var form = new ByteArrayOutputStream();
        form.writeBytes(
                """
                --line\r
                Content-Disposition: form-data; name="messaging_product"\r
                \r
                whatsapp\r
                --line\r
                Content-Disposition: form-data; name="file"; filename="קובץ.bin"\r
                Content-Type: %s\r
                \r
                """
                        .formatted(type)
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--line--\r\n".getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(play.address() + path))
                        .header("Authorization", "Bearer token1")
                        .header("Content-Type", "multipart/form-data; boundary=line")
                        .POST(BodyPublishers.ofByteArray(form.toByteArray()))
                        .build();
        return JsonMapper.shared()
                .readTree(
                        HttpClient.newHttpClient()
                                .send(request, BodyHandlers.ofByteArray())
                                .body());
    }

    private static HttpResponse<byte[]> download(String url, String token) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url))
                        .header("Authorization", "Bearer " + token)
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
