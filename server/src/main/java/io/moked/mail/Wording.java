package io.moked.mail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Puts a letter into words, as plain text and as a page. What people are called can neither end a
 * line, which would reach the headers, nor be markup.
 */
@Component
class Wording {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s" dir="%s">
            <body style="margin:0;padding:24px;font-family:sans-serif;font-size:16px;line-height:1.5;color:#1c1b1a">
            <div style="max-width:32em;margin:0 auto">
            %s
            </div>
            </body>
            </html>
            """;

    private static final String BUTTON =
            """
            <p><a href="%1$s" style="display:inline-block;padding:10px 18px;border-radius:8px;\
            background:#0b6b53;color:#ffffff;text-decoration:none">%2$s</a></p>
            <p dir="ltr" style="font-size:13px;color:#5c5955;word-break:break-all">%1$s</p>
            """;

    private static final String CLOSING = "<p style=\"font-size:13px;color:#5c5955\">%s</p>";

    private final MessageSource texts;

    Wording(MessageSource texts) {
        this.texts = texts;
    }

    /** A letter in words. */
    record Worded(String subject, String plain, String page) {}

    Worded of(Letter letter) {
        var paragraphs = List.of(say(letter, "body").split("\n\n"));
        var closing = texts.getMessage("mail.closing", null, Locale.of(letter.language()));
        return new Worded(
                oneLine(say(letter, "subject")),
                plain(letter, paragraphs, closing),
                page(letter, paragraphs, closing));
    }

    private String say(Letter letter, String part) {
        var values =
                Stream.concat(Stream.of(letter.name()), letter.values().stream())
                        .map(Wording::oneLine)
                        .toArray();
        return texts.getMessage(
                "mail." + letter.kind() + "." + part, values, Locale.of(letter.language()));
    }

    private static String plain(Letter letter, List<String> paragraphs, String closing) {
        var link = letter.link() == null ? Stream.<String>empty() : Stream.of(letter.link() + "");
        return String.join(
                        "\n\n",
                        Stream.of(paragraphs.stream(), link, Stream.of("-- \n" + closing))
                                .flatMap(it -> it)
                                .toList())
                + "\n";
    }

    private String page(Letter letter, List<String> paragraphs, String closing) {
        var body = new StringBuilder();
        paragraphs.forEach(it -> body.append("<p>").append(escaped(it)).append("</p>\n"));
        if (letter.link() != null) {
            var address = escaped(letter.link().toString());
            body.append(BUTTON.formatted(address, escaped(say(letter, "link"))));
        }
        body.append(CLOSING.formatted(escaped(closing)));
        var direction = letter.language().equals("he") ? "rtl" : "ltr";
        return PAGE.formatted(letter.language(), direction, body);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    /** Without anything that could end a line or steer a terminal. */
    static String oneLine(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
    }
}
