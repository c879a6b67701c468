package io.moked.conversation.web;

import static java.util.Objects.requireNonNull;

import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.channel.Templates;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.kernel.NotFound;
import io.moked.media.MediaAudience;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.MediaNotSendable;
import io.moked.media.Sendable;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to send and checks it against what the Cloud API takes. */
@Component
class ContentReader {

    private final MediaLibrary library;
    private final MediaAudience audience;
    private final Templates templates;

    ContentReader(MediaLibrary library, MediaAudience audience, Templates templates) {
        this.library = library;
        this.audience = audience;
        this.templates = templates;
    }

    /**
     * A message to be sent.
     *
     * @param type {@code text} with {@code body}, or {@code image}, {@code audio}, {@code video},
     *     {@code document} with {@code mediaId}, or {@code template} with {@code templateId}
     * @param values of a template's variables, each by its {@code key}
     * @param voice of {@code audio}, whether it was recorded on the spot
     */
    record NewContent(
            @NotNull String type,
            @Nullable String body,
            @Nullable UUID mediaId,
            @Nullable String caption,
            @Nullable Boolean voice,
            @Nullable UUID templateId,
            @Nullable Map<String, String> values) {}

    /** A file that the writer may not read is not there. */
    Content read(NewContent wanted, ChannelId channel, SignedIn writer) {
        return switch (wanted.type()) {
            case "text" -> text(wanted.body());
            case "image" -> file(FileKind.IMAGE, Sendable.IMAGE, wanted, writer);
            case "audio" -> file(FileKind.AUDIO, Sendable.AUDIO, wanted, writer);
            case "video" -> file(FileKind.VIDEO, Sendable.VIDEO, wanted, writer);
            case "document" -> file(FileKind.DOCUMENT, Sendable.DOCUMENT, wanted, writer);
            case "template" -> template(wanted, channel, writer);
            default -> throw new Invalid("content.type", "unknown-value");
        };
    }

    private static Content text(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw new Invalid("content.body", "missing");
        }
        return new Content.Text(TextTooLong.check(body, Limit.TEXT_CHARACTERS));
    }

    private Content template(NewContent wanted, ChannelId channel, SignedIn writer) {
        if (wanted.templateId() == null) {
            throw new Invalid("content.templateId", "missing");
        }
        var values = wanted.values() == null ? Map.<String, String>of() : wanted.values();
        var filled = templates.filled(channel, wanted.templateId(), values);
        if (!filled.files().stream().allMatch(it -> audience.mayRead(writer, it))) {
            throw new NotFound();
        }
        return filled;
    }

    /** The network drops a picture that is not one only after it has said yes; so ask before. */
    private Content file(FileKind kind, Sendable as, NewContent wanted, SignedIn writer) {
        if (wanted.mediaId() == null) {
            throw new Invalid("content.mediaId", "missing");
        }
        var id = new MediaId(wanted.mediaId());
        if (!audience.mayRead(writer, id)) {
            throw new NotFound();
        }
        var media = library.ready(id);
        if (!as.takes(media.mimeType())) {
            throw new MediaNotSendable();
        }
        as.check(requireNonNull(media.size()));
        return new Content.File(
                kind,
                new MediaId(media.id()),
                caption(kind, wanted.caption()),
                kind == FileKind.AUDIO && Boolean.TRUE.equals(wanted.voice()));
    }

    private static @Nullable String caption(FileKind kind, @Nullable String caption) {
        if (caption == null || caption.isBlank()) {
            return null;
        }
        if (kind == FileKind.AUDIO) {
            throw new Invalid("content.caption", "not-allowed");
        }
        return TextTooLong.check(caption, Limit.CAPTION_CHARACTERS);
    }
}
