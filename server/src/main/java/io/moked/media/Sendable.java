package io.moked.media;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The files that can be sent, and how large they may be (Cloud API, "Supported media types"). */
public enum Sendable {
    IMAGE(5, "image/jpeg", "image/png"),
    AUDIO(16, "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", FileType.RECORDING),
    VIDEO(16, "video/mp4", "video/3gpp"),
    DOCUMENT(
            100,
            "application/pdf",
            "text/plain",
            "application/msword",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.ms-excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private final long mostBytes;
    private final List<String> mimeTypes;

    Sendable(int megabytes, String... mimeTypes) {
        this.mostBytes = megabytes * 1024L * 1024L;
        this.mimeTypes = List.of(mimeTypes);
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
        return mimeTypes.contains(FileType.bare(mimeType));
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

    /** How large a file that goes so may be. */
    public long mostBytes() {
        return mostBytes;
    }

    public List<String> mimeTypes() {
        return mimeTypes;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
