package io.moked.conversation.web;

import io.moked.channel.Content;
import io.moked.channel.Content.FileKind;
import io.moked.kernel.Invalid;
import io.moked.kernel.Limit;
import io.moked.media.Media;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.MediaTooLarge;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wants to send and checks it against what the Cloud API takes. */
@Component
class ContentReader {

    private static final long MEGABYTE = 1024 * 1024;

    /** What the Cloud API takes of each kind ("Supported media types"); documents are anything. */
    private static final Map<FileKind, Set<String>> TAKEN =
            Map.of(
                    FileKind.IMAGE,
                    Set.of("image/jpeg", "image/png"),
                    FileKind.AUDIO,
                    Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
                    FileKind.VIDEO,
                    Set.of("video/mp4", "video/3gpp"));

    private final MediaLibrary library;

    ContentReader(MediaLibrary library) {
        this.library = library;
    }

    /**
     * A message to be sent.
     *
     * @param type {@code text} with {@code body}, or {@code image}, {@code audio}, {@code video},
     *     {@code document} with {@code mediaId}
     */
    record NewContent(
            @NotNull String type,
            @Nullable String body,
            @Nullable UUID mediaId,
            @Nullable String caption) {}

    Content read(NewContent wanted) {
        return switch (wanted.type()) {
            case "text" -> text(wanted.body());
            case "image" -> file(FileKind.IMAGE, wanted, 5 * MEGABYTE);
            case "audio" -> file(FileKind.AUDIO, wanted, 16 * MEGABYTE);
            case "video" -> file(FileKind.VIDEO, wanted, 16 * MEGABYTE);
            case "document" -> file(FileKind.DOCUMENT, wanted, 100 * MEGABYTE);
            default -> throw new Invalid("content.type", "unknown-value");
        };
    }

    private static Content text(@Nullable String body) {
        if (body == null || body.isBlank() || body.length() > Limit.TEXT_CHARACTERS.value()) {
            throw new Invalid("content.body", "out-of-range");
        }
        return new Content.Text(body);
    }

    private Content file(FileKind kind, NewContent wanted, long mostBytes) {
        if (wanted.mediaId() == null) {
            throw new Invalid("content.mediaId", "missing");
        }
        var media = library.ready(new MediaId(wanted.mediaId()));
        if (media.size() == null || media.size() > mostBytes) {
            throw new MediaTooLarge();
        }
        checkType(kind, media);
        return new Content.File(
                kind, new MediaId(media.id()), caption(kind, wanted.caption()), false);
    }

    /** The network drops a picture that is not one only after it has said yes; so ask before. */
    private static void checkType(FileKind kind, Media media) {
        var type = media.mimeType().split(";", 2)[0].strip();
        if (kind != FileKind.DOCUMENT && !TAKEN.getOrDefault(kind, Set.of()).contains(type)) {
            throw new Invalid("content.mediaId", "wrong-type");
        }
    }

    private static @Nullable String caption(FileKind kind, @Nullable String caption) {
        if (caption == null || caption.isBlank()) {
            return null;
        }
        if (kind == FileKind.AUDIO || caption.length() > Limit.CAPTION_CHARACTERS.value()) {
            throw new Invalid("content.caption", "out-of-range");
        }
        return caption;
    }
}
