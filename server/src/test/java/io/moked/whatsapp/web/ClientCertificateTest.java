package io.moked.whatsapp.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Meta;
import io.moked.MokedTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Where the proxy asks callers for a certificate, a signature alone is not enough. */
@MokedTest(properties = "moked.meta.client-certificate-header=X-Verified-Client")
class ClientCertificateTest {

    private static final String META = "client.webhooks.fbclientcerts.com";

    @LocalServerPort int port;

    private int post(String... header) throws Exception {
        var body = Meta.body(List.of());
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + Callers.ADDRESS))
                        .header("X-Hub-Signature-256", "sha256=" + Meta.sign(body))
                        .POST(BodyPublishers.ofByteArray(body));
        if (header.length > 0) {
            request.headers(header);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void onlyMetasCertificateLetsADeliveryIn() throws Exception {
        assertThat(post()).isEqualTo(403);
        assertThat(post("X-Verified-Client", "")).isEqualTo(403);
        assertThat(post("X-Verified-Client", "client.example")).isEqualTo(403);
        assertThat(post("X-Verified-Client", META + ".example")).isEqualTo(403);
        assertThat(post("X-Verified-Client", META)).isEqualTo(200);
    }
}
