package io.moked.mail;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real SMTP server that takes every letter, whoever it is for. */
public final class Mailbox {

    private static final GreenMail SMTP = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    static {
        SMTP.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        SMTP.start();
    }

    private Mailbox() {}

    public static int port() {
        return SMTP.getSmtp().getPort();
    }

    /** A letter as it arrived. */
    public record Arrived(MimeMessage message) {

        public String subject() {
            return tell(message::getSubject);
        }

        public String plain() {
            return part(0);
        }

        public String page() {
            return part(1);
        }

        /** The one link in it. */
        public String link() {
            var link = LINK.matcher(plain());
            if (!link.find()) {
                throw new AssertionError("No link in: " + plain());
            }
            return link.group();
        }

        private String part(int n) {
            return tell(() ->
                    ((MimeMultipart) message.getContent())
                            .getBodyPart(n)
                            .getContent()
                            .toString()
                            .replace("\r\n", "\n"));
        }
    }

    /** Letters to one address, in the order they came, once there are so many. */
    public static List<Arrived> letters(String address, int count) {
        await().until(() -> to(address).count() >= count);
        return to(address).map(Arrived::new).toList();
    }

    public static Arrived only(String address) {
        return letters(address, 1).getFirst();
    }

    public static Stream<MimeMessage> to(String address) {
        return Stream.of(SMTP.getReceivedMessages())
                .filter(it -> tell(() -> it.getAllRecipients()[0].toString()).contains(address));
    }

    private interface Told<T> {
        T get() throws MessagingException, IOException;
    }

    private static <T> T tell(Told<T> told) {
        try {
            return told.get();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
