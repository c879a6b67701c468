package io.moked.simulator.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of media Meta takes and how large they may be. Some types are taken when they are
 * uploaded and fail only once they are sent.
 */
public enum MediaType {
    IMAGE(5, List.of("image/jpeg", "image/png"), List.of()),
    STICKER(0.5, List.of("image/webp"), List.of()),
    AUDIO(
            16,
            List.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"),
            List.of("audio/opus", "audio/webm")),
    VIDEO(16, List.of("video/mp4", "video/3gpp"), List.of()),
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
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            List.of());

    private final long mostBytes;
    private final Set<String> mimeTypes;
    private final Set<String> failing;

    MediaType(double megabytes, List<String> mimeTypes, List<String> failing) {
        this.mostBytes = (long) (megabytes * (1 << 20));
        this.mimeTypes = Set.copyOf(mimeTypes);
        this.failing = Set.copyOf(failing);
    }

    public static Optional<MediaType> of(String mimeType) {
        String bare = bare(mimeType);
        return List.of(values()).stream()
                .filter(type -> type.mimeTypes.contains(bare) || type.failing.contains(bare))
                .findFirst();
    }

    private static String bare(String mimeType) {
        return mimeType.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    public boolean takes(long bytes) {
        return bytes > 0 && bytes <= mostBytes;
    }

    /** The name of the message type, as Meta writes it. */
    public String messageType() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A picture of the kind stickers have is taken as an image too, and fails on its way. */
    boolean carriedBy(String type) {
        return type.equals("document")
                || type.equals(messageType())
                || this == STICKER && type.equals("image");
    }

    /** Whether phones can play it: sound in Ogg only when it says that it is Opus. */
    boolean plays(String mimeType, String type) {
        String bare = bare(mimeType);
        boolean ogg = bare.equals("audio/ogg");
        return type.equals("document")
                || type.equals(messageType())
                        && mimeTypes.contains(bare)
                        && (!ogg || mimeType.matches(".*codecs=\"?opus\"?.*"));
    }
}
