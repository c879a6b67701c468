package io.moked.whatsapp.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.kernel.Limit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whoever sends much that Meta did not sign is not even read. */
@MokedTest
class ForgeriesTest {

    private static final byte[] BODY = Meta.body(List.of());
    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @LocalServerPort int port;

    /** Somebody at an address that nobody else has. */
    private record Sender(int port, InetAddress address, HttpClient http) {

        static Sender at(int port) {
            var address = InetAddress.ofLiteral("127.9.0." + NETWORKS.incrementAndGet());
            return new Sender(port, address, HttpClient.newBuilder().localAddress(address).build());
        }

        int post(String signature) {
            var webhook = URI.create("http://127.0.0.1:" + port + "/webhooks/whatsapp");
            var request =
                    HttpRequest.newBuilder(webhook)
                            .header("X-Hub-Signature-256", "sha256=" + signature)
                            .POST(BodyPublishers.ofByteArray(BODY))
                            .build();
            try {
                return http.send(request, BodyHandlers.discarding()).statusCode();
            } catch (IOException | InterruptedException failure) {
                throw new AssertionError("The server does not answer", failure);
            }
        }

        void forgeAsMuchAsIsRead() {
            for (int n = 0; n < Limit.FORGERIES_A_MINUTE.value(); n++) {
                assertThat(post("00")).isEqualTo(401);
            }
        }

        /** Announces a body and sends none; whoever waits for it does not answer. */
        String announce() throws IOException {
            try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, address, 0)) {
                socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
                var head =
                        "POST /webhooks/whatsapp HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n";
                socket.getOutputStream().write(head.getBytes(US_ASCII));
                return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))
                        .readLine();
            }
        }
    }

    @Test
    void aNetworkThatForgedALotIsRefusedUnreadAndOthersAreNot() throws Exception {
        var forger = Sender.at(port);
        forger.forgeAsMuchAsIsRead();
        assertThat(forger.announce()).startsWith("HTTP/1.1 429");
        assertThat(forger.post(Meta.sign(BODY))).isEqualTo(429);
        assertThat(Sender.at(port).post("00")).isEqualTo(401);
        assertThat(Sender.at(port).post(Meta.sign(BODY))).isEqualTo(200);
    }

    @Test
    void anAddressThatHasSignedWellIsNeverRefused() {
        var shared = Sender.at(port);
        assertThat(shared.post(Meta.sign(BODY))).isEqualTo(200);
        shared.forgeAsMuchAsIsRead();
        assertThat(shared.post("00")).isEqualTo(401);
        assertThat(shared.post(Meta.sign(BODY))).isEqualTo(200);
    }

    @Test
    void afterAMinuteANetworkIsReadAgain() {
        var nanos = new AtomicLong();
        var forgeries = new Forgeries(nanos::get);
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("2001:db8:1::7");
        for (int n = 0; n < Limit.FORGERIES_A_MINUTE.value(); n++) {
            assertThat(forgeries.refuse(request)).isFalse();
            forgeries.signedBadly(request);
        }
        var neighbour = new MockHttpServletRequest();
        neighbour.setRemoteAddr("2001:db8:1:2::8");
        assertThat(forgeries.refuse(neighbour)).isTrue();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        assertThat(forgeries.refuse(neighbour)).isFalse();
    }
}
