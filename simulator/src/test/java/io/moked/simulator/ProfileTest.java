package io.moked.simulator;

import static io.moked.simulator.Play.BLOOM;
import static io.moked.simulator.Play.EMMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    private static final String PROFILE = BLOOM + "/whatsapp_business_profile";

    @RegisterExtension private final Play play = new Play();

    @Test
    void keepsWhatABusinessSaysOfItself() throws Exception {
        String handle = upload("picture".getBytes());

        play.graph(
                "POST",
                PROFILE,
                profile("\"about\":\"Flowers\",\"profile_picture_handle\":\"" + handle + "\""));

        Play.Reply reply = play.graph("GET", PROFILE + "?fields=about,profile_picture_url", "");
        assertThat(reply.text("/data/0/about")).isEqualTo("Flowers");
        assertThat(reply.text("/data/0/profile_picture_url")).startsWith("https://");
        assertThat(reply.body().at("/data/0").has("vertical")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"about\":\"\"",
                "\"email\":\"nobody\"",
                "\"vertical\":\"FLOWERS\"",
                "\"websites\":[\"ftp://bloom.test\"]",
                "\"websites\":[\"https://a.test\",\"https://b.test\",\"https://c.test\"]",
                "\"profile_picture_handle\":\"4:nothing\"",
            })
    void refusesAProfileBeyondItsLimits(String part) throws Exception {
        assertThat(play.graph("POST", PROFILE, profile(part)).body().at("/error/code").asInt())
                .isEqualTo(100);
    }

    @Test
    void goesOnWithAnUploadWhereItBrokeOff() throws Exception {
        String session = begin(7);
        assertThat(append(session, 0, "pic")).contains("\"file_offset\":3");
        assertThat(append(session, 5, "ture")).contains("\"code\":100");
        assertThat(play.call("GET", "/v26.0/" + session, "token1", "").text("/file_offset"))
                .isEqualTo("3");

        assertThat(append(session, 3, "ture")).contains("\"h\":\"");
    }

    @Test
    void hearsNothingOfABlockedPerson() throws Exception {
        String emma =
                "{\"messaging_product\":\"whatsapp\",\"block_users\":[{\"user\":\"+"
                        + EMMA
                        + "\"}]}";
        Play.Reply early = play.graph("POST", BLOOM + "/block_users", emma);
        assertThat(early.body().at("/error/code").asInt()).isEqualTo(139100);
        assertThat(early.text("/block_users/failed_users/0/errors/0/code")).isEqualTo("131047");
        play.writeText(EMMA, "One");
        await().until(() -> play.receiver().messages().size() == 1);

        assertThat(
                        play.graph("POST", BLOOM + "/block_users", emma)
                                .text("/block_users/added_users/0/wa_id"))
                .isEqualTo(EMMA);
        play.writeText(EMMA, "Two");
        play.graph("DELETE", BLOOM + "/block_users", emma);
        play.writeText(EMMA, "Three");

        await().until(() -> play.receiver().messages().size() == 2);
        assertThat(play.receiver().messages().getLast().at("/text/body").asString())
                .isEqualTo("Three");
    }

    private static String profile(String part) {
        return "{\"messaging_product\":\"whatsapp\"," + part + "}";
    }

    private String upload(byte[] file) throws Exception {
        return append(begin(file.length), 0, new String(file))
                .replaceAll(".*\"h\":\"([^\"]+).*", "$1");
    }

    private String begin(int length) throws Exception {
        return play.graph("POST", "app/uploads?file_type=image/png&file_length=" + length, "")
                .text("/id");
    }

    private String append(String session, int offset, String bytes) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(play.address() + "/v26.0/" + session))
                        .header("Authorization", "OAuth token1")
                        .header("file_offset", Integer.toString(offset))
                        .POST(BodyPublishers.ofString(bytes))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
