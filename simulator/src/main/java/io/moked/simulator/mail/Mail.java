package io.moked.simulator.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A received mail as the page shows it: words and links, never markup. */
record Mail(int id, Instant at, String from, List<String> to, String subject, String text) {

    static Mail of(int id, MimeMessage mail) throws MessagingException, IOException {
        Date sent = mail.getSentDate();
        return new Mail(
                id,
                sent == null ? Instant.EPOCH : sent.toInstant(),
                String.join(", ", names(mail.getFrom())),
                names(mail.getAllRecipients()),
                Objects.requireNonNullElse(mail.getSubject(), ""),
                Objects.requireNonNullElse(text(mail), "").replace("\r\n", "\n").strip());
    }

    private static List<String> names(Address @Nullable [] addresses) {
        return Stream.ofNullable(addresses).flatMap(Stream::of).map(Mail::name).toList();
    }

    private static String name(Address address) {
        return address instanceof InternetAddress internet
                ? internet.toUnicodeString()
                : address.toString();
    }

    private static @Nullable String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/html")) {
            return withoutMarkup((String) part.getContent());
        }
        if (part.isMimeType("text/*")) {
            return (String) part.getContent();
        }
        return part.getContent() instanceof Multipart parts ? text(parts) : null;
    }

    /** The plain part comes first in what mail programs write, and it is the one to show. */
    private static @Nullable String text(Multipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            String text = text(parts.getBodyPart(i));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String withoutMarkup(String html) {
        return html.replaceAll("(?is)<(style|script|head).*?</\\1>", "")
                .replaceAll("(?is)<a\\b[^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>", "$2 $1 ")
                .replaceAll("\\s+", " ")
                .replaceAll("(?i)<(br|/p|/div|/h\\d|/li|/tr)\\b[^>]*>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
