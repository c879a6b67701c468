package io.moked.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.simulator.mail.Mailbox;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Date;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailboxTest {

    private Mailbox mailbox;

    @BeforeEach
    void open() throws Exception {
        mailbox = Mailbox.open(0, 0);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void showsAMailForAnybody() throws Exception {
        send("ההזמנה שלך", "שלום,\r\nhttp://localhost/invite", "text/plain; charset=utf-8");

        JsonNode mail = mails().path(0);
        assertThat(mail.path("subject").asString()).isEqualTo("ההזמנה שלך");
        assertThat(mail.at("/to/0").asString()).isEqualTo("dana@bloom.test");
        assertThat(mail.path("text").asString()).isEqualTo("שלום,\nhttp://localhost/invite");
    }

    @Test
    void showsMarkupAsText() throws Exception {
        send(
                "Hello",
                "<style>p{}</style><p>Hello <a href=\"http://x.test\">there</a></p><p>Fish &amp; chips</p>",
                "text/html");

        assertThat(mails().at("/0/text").asString())
                .isEqualTo("Hello there http://x.test \nFish & chips");
    }

    @Test
    void canBeEmptied() throws Exception {
        send("Hello", "Hello", "text/plain");

        http("DELETE");

        assertThat(mails().size()).isZero();
    }

    private void send(String subject, String text, String type) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(mailbox.smtpPort()));
        var mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom("no-reply@moked.test");
        mail.setRecipients(RecipientType.TO, "dana@bloom.test");
        mail.setSubject(subject, "UTF-8");
        mail.setContent(text, type);
        mail.setSentDate(new Date());
        Transport.send(mail);
    }

    private JsonNode mails() throws Exception {
        return JsonMapper.shared().readTree(http("GET"));
    }

    private String http(String method) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(mailbox.address() + "/mails"))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
