package io.moked.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The files that can be sent, and how large they may be (Cloud API, "Supported media types"). */
public enum Sendable {
    IMAGE(5, format("image/jpeg", "jpg"), format("image/png", "png")),
    AUDIO(
            16,
            format("audio/aac", "aac"),
            format("audio/amr", "amr"),
            format("audio/mpeg", "mp3"),
            format("audio/mp4", "m4a"),
            format("audio/ogg", "ogg"),
            format(FileType.RECORDING, "webm")),
    VIDEO(16, format("video/mp4", "mp4"), format("video/3gpp", "3gp")),
    DOCUMENT(
            100,
            format("application/pdf", "pdf"),
            format("text/plain", "txt"),
            format("application/msword", "doc"),
            format(
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "docx"),
            format("application/vnd.ms-excel", "xls"),
            format("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            format("application/vnd.ms-powerpoint", "ppt"),
            format(
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                    "pptx")),
    /** One that moves; one that stands still may be smaller only. */
    STICKER(500 * 1024L, format("image/webp", "webp"));

    /** Bytes of a sticker that stands still. */
    private static final long STILL_STICKER = 100 * 1024;

    private record Format(String mimeType, String extension) {}

    private final long mostBytes;
    private final List<Format> formats;

    Sendable(int megabytes, Format... formats) {
        this(megabytes * 1024L * 1024L, formats);
    }

    Sendable(long mostBytes, Format... formats) {
        this.mostBytes = mostBytes;
        this.formats = List.of(formats);
    }

    private static Format format(String mimeType, String extension) {
        return new Format(mimeType, extension);
    }

    /** As what a file of this type goes; refuses one that goes as nothing. */
    public static Sendable of(String mimeType) {
        return Arrays.stream(values())
                .filter(kind -> kind.takes(mimeType))
                .findFirst()
                .orElseThrow(MediaNotSendable::new);
    }

    /** Whether a file of this type can go so. */
    public boolean takes(String mimeType) {
        return mimeTypes().contains(FileType.bare(mimeType));
    }

    /** Refuses a file of this size. */
    public void check(long bytes) {
        if (bytes == 0) {
            throw new MediaEmpty();
        }
        if (bytes > mostBytes) {
            throw new MediaTooLarge();
        }
    }

    /** The same, for a file that begins so. */
    void check(long bytes, byte[] head) {
        check(bytes);
        if (this == STICKER && bytes > STILL_STICKER && !FileType.moves(head)) {
            throw new MediaTooLarge();
        }
    }

    /** What the name of a file of this type ends with. */
    public static String extensionOf(String mimeType) {
        return of(mimeType).formats.stream()
                .filter(format -> format.mimeType().equals(FileType.bare(mimeType)))
                .map(Format::extension)
                .findFirst()
                .orElseThrow(MediaNotSendable::new);
    }

    /** How large a file that goes so may be. */
    public long mostBytes() {
        return mostBytes;
    }

    public List<String> mimeTypes() {
        return formats.stream().map(Format::mimeType).toList();
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
