package io.moked.metaapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an app proves itself with, how that is replaced, and that nobody is told. */
@MokedTest
class AppSecretsTest extends Journey {

    private static final String SECRET = "a-secret-of-ones-own";

    private Api administrator;
    private String app;
    private String address;
    private String token;

    @BeforeEach
    void addAnApp() {
        administrator = Api.of(port, business.administrator());
        var added = add(Meta.newPhone()).body();
        app = added.path("id").asString();
        var url = added.path("callbackUrl").asString();
        address = url.substring(url.lastIndexOf('/'));
        token = added.path("verifyToken").asString();
    }

    private Api.Answer add(String metaAppId) {
        var wanted = Map.of("name", "Ours", "metaAppId", metaAppId, "secret", SECRET);
        return administrator.post("/meta-apps", wanted);
    }

    private int post(byte[] body, String secret) {
        return meta.post(address, body, "sha256=" + Meta.sign(body, secret));
    }

    @Test
    void aSecretIsReplacedWithoutAGap() {
        var empty = Meta.body(List.of());
        assertThat(post(empty, "the-next-one")).isEqualTo(401);
        var secrets = "/meta-apps/" + app + "/secrets";
        assertThat(administrator.post(secrets, Map.of("secret", "the-next-one")).status())
                .isEqualTo(204);
        assertThat(administrator.post(secrets, Map.of("secret", "third")).code())
                .isEqualTo("app-has-two-secrets");
        assertThat(post(empty, "the-next-one")).isEqualTo(200);
        assertThat(post(empty, SECRET)).isEqualTo(200);
        assertThat(administrator.delete(secrets + "/old").status()).isEqualTo(204);
        assertThat(post(empty, SECRET)).isEqualTo(401);
        assertThat(post(empty, "the-next-one")).isEqualTo(200);
        assertThat(administrator.delete(secrets + "/new").code()).isEqualTo("app-has-one-secret");
    }

    @Test
    void aMistypedSecretIsTakenBack() {
        var secrets = "/meta-apps/" + app + "/secrets";
        administrator.post(secrets, Map.of("secret", "mistyped"));
        assertThat(administrator.delete(secrets + "/new").status()).isEqualTo(204);
        assertThat(post(Meta.body(List.of()), SECRET)).isEqualTo(200);
    }

    @Test
    void eachAppHasATokenOfItsOwnForTheHandshake() throws Exception {
        assertThat(handshake(address, token).body()).isEqualTo("1158201444");
        assertThat(handshake(address, Meta.TOKEN).statusCode()).isEqualTo(403);
        assertThat(handshake("", token).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> handshake(String where, String shown) throws Exception {
        var query =
                "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
                        + shown.replace(" ", "%20");
        var uri = URI.create("http://localhost:" + port + "/webhooks/whatsapp" + where + query);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void itsSecretIsNeverTold() {
        assertThat(administrator.get("/meta-apps").toString()).doesNotContain(SECRET);
    }

    @Test
    void theSameAppIsAddedOnce() {
        var id = Meta.newPhone();
        assertThat(add(id).status()).isEqualTo(201);
        assertThat(add(id).code()).isEqualTo("app-already-added");
    }
}
