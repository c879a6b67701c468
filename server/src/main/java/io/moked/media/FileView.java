package io.moked.media;

import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file as the API tells it, and where to read it.
 *
 * @param disguised whether its bytes are of another type than it was sent as
 * @param examined false while it is still to be looked into for a preview
 */
public record FileView(
        UUID id,
        Media.State state,
        String mimeType,
        boolean disguised,
        @Nullable Long size,
        @Nullable String fileName,
        Media.Scan scan,
        boolean examined,
        @Nullable PreviewView preview,
        @Nullable SoundView sound,
        String url) {

    /** A small picture of a picture or of a first page, as JPEG. */
    public record PreviewView(int width, int height, String url) {}

    /**
     * What a voice note sounds like.
     *
     * @param levels how loud it is from bar to bar, of 255
     */
    public record SoundView(int millis, int[] levels) {}

    public static FileView of(Media media) {
        var url = "/api/v1/media/" + media.id();
        var preview = media.preview();
        var sound = media.sound();
        return new FileView(
                media.id(),
                media.state(),
                media.mimeType(),
                media.disguised(),
                media.size(),
                media.fileName(),
                media.scan(),
                media.examined(),
                preview == null
                        ? null
                        : new PreviewView(preview.width(), preview.height(), url + "/preview"),
                sound == null ? null : new SoundView(sound.millis(), levels(sound.levels())),
                url);
    }

    private static int[] levels(byte[] levels) {
        return IntStream.range(0, levels.length).map(n -> levels[n] & 0xFF).toArray();
    }
}
