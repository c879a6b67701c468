package io.moked.conversation.web;

import static io.moked.conversation.web.Given.all;
import static io.moked.conversation.web.Given.part;
import static io.moked.conversation.web.Given.text;
import static io.moked.conversation.web.Given.textOrNull;

import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.Templates;
import io.moked.conversation.web.NewContent.NewCard;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to send and checks it against what the Cloud API takes. */
@Component
class ContentReader {

    private final FileParts files;
    private final Templates templates;

    ContentReader(FileParts files, Templates templates) {
        this.files = files;
        this.templates = templates;
    }

    /** A file that the writer may not read is not there. */
    Content read(NewContent wanted, ChannelId channel, SignedIn writer) {
        return switch (wanted.type()) {
            case "text" ->
                    new Content.Text(
                            text("content.body", wanted.body(), Limit.TEXT_CHARACTERS),
                            wanted.preview());
            case "image" -> file(FileKind.IMAGE, wanted, writer);
            case "audio" -> file(FileKind.AUDIO, wanted, writer);
            case "video" -> file(FileKind.VIDEO, wanted, writer);
            case "document" -> file(FileKind.DOCUMENT, wanted, writer);
            case "sticker" -> file(FileKind.STICKER, wanted, writer);
            case "location" -> location(part("content.place", wanted.place()));
            case "contacts" -> contacts(wanted.people());
            case "reaction" ->
                    new Content.Reaction(
                            emoji(
                                    textOrNull(
                                            "content.emoji",
                                            wanted.emoji(),
                                            Limit.EMOJI_CHARACTERS)));
            case "menu",
                    "link",
                    "location-request",
                    "contact-request",
                    "flow",
                    "carousel",
                    "product",
                    "product-list",
                    "catalog" ->
                    OfferReader.read(wanted, files, writer);
            case "template" -> template(wanted, channel, writer);
            default -> throw new Invalid("content.type", "unknown-value");
        };
    }

    private Content template(NewContent wanted, ChannelId channel, SignedIn writer) {
        var id = part("content.templateId", wanted.templateId());
        var values = wanted.values() == null ? Map.<String, String>of() : wanted.values();
        var filled = templates.filled(channel, id, values);
        files.checkMayRead(filled.files(), writer);
        return filled;
    }

    private Content file(FileKind kind, NewContent wanted, SignedIn writer) {
        var file = files.read("content.mediaId", kind, wanted.mediaId(), writer);
        boolean voice = kind == FileKind.AUDIO && Boolean.TRUE.equals(wanted.voice());
        if (voice) {
            files.checkIsVoice("content.voice", file);
        }
        return new Content.File(kind, file, caption(kind, wanted.caption()), voice);
    }

    private static @Nullable String caption(FileKind kind, @Nullable String caption) {
        var words = textOrNull("content.caption", caption, Limit.CAPTION_CHARACTERS);
        if (words != null && (kind == FileKind.AUDIO || kind == FileKind.STICKER)) {
            throw new Invalid("content.caption", "not-allowed");
        }
        return words;
    }

    private static Content location(NewContent.NewPlace given) {
        return new Content.Location(
                degrees("content.place.latitude", given.latitude(), 90),
                degrees("content.place.longitude", given.longitude(), 180),
                textOrNull("content.place.name", given.name(), Limit.NAME_CHARACTERS),
                textOrNull("content.place.address", given.address(), Limit.NAME_CHARACTERS));
    }

    private static double degrees(String field, @Nullable Double given, int most) {
        double degrees = part(field, given);
        if (!(Math.abs(degrees) <= most)) {
            throw new Invalid(field, "out-of-range");
        }
        return degrees;
    }

    private static Content contacts(@Nullable List<NewCard> given) {
        var people = new ArrayList<Content.Card>();
        for (var card : all("content.people", given, 1, Limit.PEOPLE)) {
            var at = "content.people[" + people.size() + "].";
            people.add(
                    new Content.Card(
                            text(at + "name", card.name(), Limit.NAME_CHARACTERS).strip(),
                            textOrNull(
                                    at + "organization",
                                    card.organization(),
                                    Limit.NAME_CHARACTERS),
                            ways(at + "phones", card.phones()),
                            ways(at + "emails", card.emails())));
        }
        return new Content.Cards(people);
    }

    private static List<String> ways(String field, @Nullable List<String> given) {
        var ways = given == null ? List.<String>of() : given;
        Given.count(field, ways.size(), 0, Limit.PEOPLE_WAYS);
        return ways.stream().map(it -> text(field, it, Limit.NAME_CHARACTERS).strip()).toList();
    }

    /** One sign and no letters: Meta refuses anything else only once it was to be delivered. */
    private static @Nullable String emoji(@Nullable String given) {
        var emoji = given == null ? null : given.strip();
        if (emoji != null && !isEmoji(emoji)) {
            throw new Invalid("content.emoji", "unknown-value");
        }
        return emoji;
    }

    private static boolean isEmoji(String text) {
        return text.matches("\\X")
                && text.codePoints()
                        .anyMatch(it ->
                                Character.isEmojiPresentation(it)
                                        || Character.isExtendedPictographic(it)
                                        || it == '\u20E3');
    }
}
