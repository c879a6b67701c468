package io.moked.mail;

import io.moked.egress.EgressGate;
import io.moked.egress.Recipient;
import io.moked.mail.Wording.Worded;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Speaks SMTP (RFC 5321) with the one mail server of this installation. */
@Component
@EnableConfigurationProperties(MailSettings.class)
class MailServer {

    private static final String PATIENCE_MILLIS = "20000";
    private static final String CONNECT_MILLIS = "5000";

    private final MailSettings settings;
    private final EgressGate gate;
    private final Clock clock;

    MailServer(MailSettings settings, EgressGate gate, Clock clock) {
        this.settings = settings;
        this.gate = gate;
        this.clock = clock;
    }

    /** The server says that nobody has this address. */
    static final class NobodyThere extends Exception {

        private static final long serialVersionUID = 1L;

        NobodyThere(Throwable cause) {
            super("The mail server declines the recipient", cause);
        }
    }

    boolean isSetUp() {
        return !settings.host().isEmpty();
    }

    void send(UUID id, Letter letter, Worded words) throws MessagingException, NobodyThere {
        var session = session();
        try (var transport = session.getTransport()) {
            var message = message(session, id, letter, words);
            if (settings.user().isEmpty()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            if (isForGood(failure)) {
                throw new NobodyThere(failure);
            }
            throw failure;
        }
    }

    /** 5xx to the recipient's address is the last word (RFC 5321, 4.2.1); all else may change. */
    private static boolean isForGood(MessagingException failure) {
        for (Exception it = failure; it != null; it = next(it)) {
            if (it instanceof SMTPAddressFailedException address) {
                return address.getReturnCode() >= 500;
            }
        }
        return false;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException mail ? mail.getNextException() : null;
    }

    private Session session() {
        var tls = settings.tls();
        var server = URI.create("smtp://" + settings.host() + ":" + settings.port());
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", isIf(tls == MailSettings.Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", isIf(tls == MailSettings.Tls.STARTTLS));
        properties.put("mail.smtp.ssl.enable", isIf(tls == MailSettings.Tls.IMPLICIT));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
        properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
        properties.put(
                "mail.smtp.socketFactory", gate.sockets(Recipient.at("the mail server", server)));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        return Session.getInstance(properties);
    }

    private static String isIf(boolean condition) {
        return Boolean.toString(condition);
    }

    /** The letter's id is the message's id, so that a mail sent twice is shown once. */
    private MimeMessage message(Session session, UUID id, Letter letter, Worded words)
            throws MessagingException {
        var from = new InternetAddress(settings.from(), true);
        var domain = from.getAddress().substring(from.getAddress().indexOf('@') + 1);
        var message =
                new MimeMessage(session) {
                    @Override
                    protected void updateMessageID() throws MessagingException {
                        setHeader("Message-ID", "<" + id + "@" + domain + ">");
                    }
                };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(letter));
        message.setSubject(words.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(
                new MimeMultipart(
                        "alternative", part(words.plain(), "plain"), part(words.page(), "html")));
        return message;
    }

    private static InternetAddress recipient(Letter letter) throws MessagingException {
        var address = new InternetAddress(Wording.oneLine(letter.address()), true);
        try {
            address.setPersonal(Wording.oneLine(letter.name()), StandardCharsets.UTF_8.name());
        } catch (java.io.UnsupportedEncodingException missing) {
            throw new IllegalStateException("Every Java platform has UTF-8", missing);
        }
        return address;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        return part;
    }
}
