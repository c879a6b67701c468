package io.moked.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.moked.egress.EgressGate;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a mail server that says what it is told to say. */
class MailServerTest {

    private static final Letter LETTER =
            new Letter(
                    "invitation",
                    "en",
                    "Sam",
                    "sam@test.example",
                    List.of(),
                    URI.create("https://moked.example/secret"),
                    Instant.MAX);
    private static final Wording.Worded WORDS = new Wording.Worded("Subject", "secret", "secret");

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private ServerSocket door;
    private String toRecipient = "250 OK";

    @BeforeEach
    void listen() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerAll);
    }

    @AfterEach
    void close() throws IOException {
        door.close();
    }

    private void answerAll() {
        while (!door.isClosed()) {
            try (var client = door.accept()) {
                answer(client);
            } catch (IOException over) {
                heard.add("over");
            }
        }
    }

    private void answer(Socket client) throws IOException {
        var lines =
                new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 stub");
        boolean inBody = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
            if (inBody) {
                if (line.equals(".")) {
                    inBody = false;
                    say(client, "250 OK");
                }
            } else if (line.startsWith("RCPT")) {
                say(client, toRecipient);
            } else if (line.equals("DATA")) {
                inBody = true;
                say(client, "354 go on");
            } else {
                say(client, line.equals("QUIT") ? "221 bye" : "250 OK");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private MailServer server(MailSettings.Tls tls) {
        var settings =
                new MailSettings("localhost", door.getLocalPort(), "", "", "m@moked.example", tls);
        return new MailServer(settings, new EgressGate(), Clock.systemUTC());
    }

    private void send(MailSettings.Tls tls) throws Exception {
        server(tls).send(UUID.randomUUID(), LETTER, WORDS);
    }

    @Test
    void handsALetterOver() {
        assertThatCode(() -> send(MailSettings.Tls.OFF)).doesNotThrowAnyException();
        assertThat(heard).contains("RCPT TO:<sam@test.example>");
    }

    @Test
    void knowsARecipientWhoIsNotThereFromOneWhoIsBusy() {
        toRecipient = "550 5.1.1 no such user";
        assertThatThrownBy(() -> send(MailSettings.Tls.OFF))
                .isInstanceOf(MailServer.NobodyThere.class);
        toRecipient = "450 4.2.1 try again later";
        assertThatThrownBy(() -> send(MailSettings.Tls.OFF)).isInstanceOf(MessagingException.class);
    }

    @Test
    void tellsNothingToAServerThatCannotKeepItToItself() {
        assertThatThrownBy(() -> send(MailSettings.Tls.STARTTLS))
                .isInstanceOf(MessagingException.class);
        assertThatThrownBy(() -> send(MailSettings.Tls.IMPLICIT))
                .isInstanceOf(MessagingException.class);
        assertThat(heard).noneMatch(line -> line.startsWith("RCPT") || line.contains("secret"));
    }
}
