package io.moked.media.preview;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be looked into, and up to which size. */
public enum Kind {
    PICTURE(16, "image/jpeg", "image/png", "image/gif", "image/webp"),
    PAGES(32, "application/pdf"),
    VOICE(16, "audio/ogg");

    private final long mostBytes;
    private final List<String> mimeTypes;

    Kind(int megabytes, String... mimeTypes) {
        this.mostBytes = megabytes * 1024L * 1024L;
        this.mimeTypes = List.of(mimeTypes);
    }

    /** How to look into a file, where that can be done. */
    public static Optional<Kind> of(String mimeType, long bytes) {
        return Arrays.stream(values())
                .filter(kind -> kind.mimeTypes.contains(mimeType) && bytes <= kind.mostBytes)
                .findFirst();
    }
}
