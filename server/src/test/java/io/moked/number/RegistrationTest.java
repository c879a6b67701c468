package io.moked.number;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import io.moked.database.WorkerDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What Meta is told of a number, and tells. */
@MokedTest
class RegistrationTest extends ConnectedNumber {

    @Test
    void aNumberIsProvedAndRegistered() {
        graph.tell("POST " + number + "/request_code", "{\"success\": true}");
        graph.tell("POST " + number + "/verify_code", "{\"success\": true}");
        graph.tell("POST " + number + "/register", "{\"success\": true}");
        graph.tell("POST " + number, "{\"success\": true}");
        var at = "/channels/" + channel;
        assertThat(
                        administrator
                                .post(at + "/codes", Map.of("way", "SMS", "language", "he_IL"))
                                .status())
                .isEqualTo(202);
        assertThat(administrator.post(at + "/codes/proof", Map.of("code", "123-456")).status())
                .isEqualTo(204);
        assertThat(administrator.post(at + "/registration", Map.of("pin", "654321")).status())
                .isEqualTo(204);
        assertThat(administrator.put(at + "/pin", Map.of("pin", "111111")).status()).isEqualTo(204);
        assertThat(administrator.put(at + "/pin", Map.of("pin", "1111")).status()).isEqualTo(400);
    }

    @Test
    void whatMetaDeclinesIsToldInItsWords() {
        graph.tell(
                "POST " + number + "/register",
                "{\"error\":{\"code\":133005,\"message\":\"Two step verification PIN mismatch\"}}");
        var answer =
                administrator.post(
                        "/channels/" + channel + "/registration", Map.of("pin", "654321"));
        assertThat(answer.code()).isEqualTo("meta-declined");
        assertThat(answer.body().path("reason").asString())
                .isEqualTo("Two step verification PIN mismatch");
    }

    @Test
    void theProfileIsReadAndWritten() {
        graph.tell(
                "GET " + number + "/whatsapp_business_profile",
                "{\"data\": [{\"about\": \"Flowers\", \"websites\": [\"https://bloom.example\"]}]}");
        graph.tell("POST " + number + "/whatsapp_business_profile", "{\"success\": true}");
        var at = "/channels/" + channel + "/profile";
        var told = administrator.get(at);
        assertThat(told.path("about").asString()).isEqualTo("Flowers");
        assertThat(told.path("email").asString()).isEmpty();
        assertThat(administrator.put(at, profile("RETAIL", "https://bloom.example")).status())
                .isEqualTo(204);
        assertThat(administrator.put(at, profile("FLOWERS", "https://bloom.example")).status())
                .isEqualTo(400);
        assertThat(administrator.put(at, profile("RETAIL", "javascript:alert(1)")).status())
                .isEqualTo(400);
    }

    @Test
    void anotherPictureIsUploadedToTheAppOfTheTokenAndShown() {
        graph.tell("GET debug_token", "{\"data\": {\"app_id\": \"our-app\", \"is_valid\": true}}");
        graph.tell("POST our-app/uploads", "{\"id\": \"upload:face\"}");
        graph.tell("POST upload:face", "{\"h\": \"4:face\"}");
        graph.tell("POST " + number + "/whatsapp_business_profile", "{\"success\": true}");
        var at = "/channels/" + channel + "/profile/picture";
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2};
        assertThat(administrator.upload(at, "face.png", "image/png", png).status()).isEqualTo(204);
        assertThat(graph.asked("POST upload:face").getLast().bytes()).isEqualTo(png);
        var shown = graph.asked("POST " + number + "/whatsapp_business_profile").getLast().body();
        assertThat(shown.path("profile_picture_handle").asString()).isEqualTo("4:face");
        assertThat(shown.has("about")).isFalse();
        var text = administrator.upload(at, "face.png", "image/png", new byte[] {'h', 'i'});
        assertThat(text.status()).isEqualTo(400);
        var large = administrator.upload(at, "a.png", "image/png", new byte[5 * 1024 * 1024 + 1]);
        assertThat(large.code()).isEqualTo("picture-too-large");
    }

    private static Map<String, Object> profile(String vertical, String website) {
        return Map.of(
                "about", "Flowers",
                "address", "",
                "description", "",
                "email", "",
                "vertical", vertical,
                "websites", List.of(website));
    }

    @Test
    void aNumberOfThePhoneAppMaySendLess() {
        graph.tell("GET " + number, number(", \"is_on_biz_app\": true"));
        administrator.get("/channels/" + channel + "/check");
        assertThat(perSecond()).isEqualTo(20);
        graph.tell("GET " + number, number(", \"throughput\": {\"level\": \"HIGH\"}"));
        administrator.get("/channels/" + channel + "/check");
        assertThat(perSecond()).isEqualTo(1_000);
    }

    private int perSecond() {
        return server.getBean(WorkerDatabase.class)
                .jdbc()
                .sql("select per_second from sending.number_pace where channel_id = ?")
                .param(UUID.fromString(channel))
                .query(Integer.class)
                .single();
    }
}
