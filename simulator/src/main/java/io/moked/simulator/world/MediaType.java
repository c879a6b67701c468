package io.moked.simulator.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of media Meta takes and how large they may be. */
public enum MediaType {
    IMAGE(5, List.of("image/jpeg", "image/png")),
    STICKER(0.5, List.of("image/webp")),
    AUDIO(16, List.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")),
    VIDEO(16, List.of("video/mp4", "video/3gpp")),
    DOCUMENT(
            100,
            List.of(
                    "application/pdf",
                    "text/plain",
                    "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"));

    private final long mostBytes;
    private final Set<String> mimeTypes;

    MediaType(double megabytes, List<String> mimeTypes) {
        this.mostBytes = (long) (megabytes * (1 << 20));
        this.mimeTypes = Set.copyOf(mimeTypes);
    }

    public static Optional<MediaType> of(String mimeType) {
        String bare = mimeType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        return List.of(values()).stream().filter(type -> type.mimeTypes.contains(bare)).findFirst();
    }

    public boolean takes(long bytes) {
        return bytes > 0 && bytes <= mostBytes;
    }

    /** The name of the message type, as Meta writes it. */
    public String messageType() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean carriedBy(String type) {
        return type.equals("document") || type.equals(messageType());
    }
}
