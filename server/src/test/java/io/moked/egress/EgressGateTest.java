package io.moked.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against someone who begins an answer and never ends it; the tests would wait as long. */
@Timeout(30)
class EgressGateTest {

    private final EgressGate gate = new EgressGate();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private Recipient recipient;
    private HttpRequest request;
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    if (exchange.getRequestURI().getPath().equals("/elsewhere")) {
                        exchange.getResponseHeaders().set("Location", "/");
                        exchange.sendResponseHeaders(302, -1);
                        return;
                    }
                    exchange.sendResponseHeaders(200, 1_000);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    try {
                        end.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.start();
        var address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        recipient = Recipient.at("Nobody", address);
        request = HttpRequest.newBuilder(address).timeout(Duration.ofMillis(300)).build();
    }

    @AfterEach
    void end() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void givesUpAnAnswerThatDoesNotEnd() {
        assertThatThrownBy(() -> gate.call(recipient, request))
                .isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void cutsOffAStreamThatDoesNotEnd() throws Exception {
        try (var body = gate.open(recipient, request).body()) {
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void sendsNothingToAnyoneButTheRecipient() {
        var port = server.getAddress().getPort();
        for (var other :
                List.of(
                        "http://127.0.0.1:" + port + "/",
                        "https://localhost:" + port + "/",
                        "http://localhost:" + (port + 1) + "/",
                        "http://localhost.example:" + port + "/",
                        "http://localhost:" + port + "@127.0.0.1:" + port + "/")) {
            var elsewhere = HttpRequest.newBuilder(URI.create(other)).build();
            assertThatThrownBy(() -> gate.call(recipient, elsewhere))
                    .as(other)
                    .isInstanceOf(NotTheRecipient.class);
            assertThatThrownBy(() -> gate.open(recipient, elsewhere))
                    .as(other)
                    .isInstanceOf(NotTheRecipient.class);
            assertThatThrownBy(() -> gate.tell(recipient, elsewhere))
                    .as(other)
                    .isInstanceOf(NotTheRecipient.class);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void goesNowhereItIsSentOnTo() throws Exception {
        var moved = HttpRequest.newBuilder(request.uri().resolve("/elsewhere")).build();
        assertThat(gate.call(recipient, moved).statusCode()).isEqualTo(302);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aSocketLeadsToItsRecipientOnly() {
        int port = server.getAddress().getPort();
        var sockets = gate.sockets(recipient);
        assertThatCode(() -> sockets.createSocket("localhost", port).close())
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", port))
                .isInstanceOf(NotTheRecipient.class);
        assertThatThrownBy(() -> sockets.createSocket("localhost", port + 1))
                .isInstanceOf(NotTheRecipient.class);
    }

    @Test
    void hearsTheStatusOfAnAnswerThatDoesNotEnd() throws Exception {
        assertThat(gate.tell(recipient, request)).isEqualTo(200);
    }
}
