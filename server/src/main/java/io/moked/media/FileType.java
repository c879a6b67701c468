package io.moked.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * What a file is by its first bytes, whatever its name or sender says.
 *
 * @param disguised whether that is another thing than it was said to be
 */
record FileType(String mimeType, boolean disguised) {

    /** How much of a file tells its type. */
    static final int HEAD_BYTES = 64 * 1024;

    /** What browsers record, and WhatsApp does not take. */
    static final String RECORDING = "audio/webm";

    /** Opus in Ogg: WhatsApp takes no other, and wants to be told. */
    static final String VOICE = "audio/ogg; codecs=opus";

    /** What a browser may show in place: nothing that can carry a script. */
    private static final Set<String> SHOWN_IN_PLACE =
            Set.of(
                    "image/jpeg",
                    "image/png",
                    "image/webp",
                    "image/gif",
                    "video/mp4",
                    "video/3gpp",
                    "audio/ogg",
                    "audio/mpeg",
                    "audio/mp4",
                    "audio/aac",
                    "audio/amr");

    /** Tika's words for what WhatsApp calls otherwise. */
    private static final Map<String, String> WORDS =
            Map.of(
                    "application/ogg", "audio/ogg",
                    "audio/opus", "audio/ogg",
                    "audio/vorbis", "audio/ogg",
                    "audio/x-aac", "audio/aac",
                    "audio/amr-wb", "audio/amr",
                    "image/heif", "image/heic",
                    "video/x-m4v", "video/mp4");

    /** Read by the first file: it takes longer than a start should. */
    private static final class Lazily {
        static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }

    static boolean shownInPlace(String mimeType) {
        return SHOWN_IN_PLACE.contains(bare(mimeType));
    }

    /** Whether a WebP has more than one frame (RFC 9649, section 2.7.1). */
    static boolean moves(byte[] webp) {
        return webp.length > 20
                && new String(webp, 12, 4, StandardCharsets.ISO_8859_1).equals("VP8X")
                && (webp[20] & 0x02) != 0;
    }

    /** Whether the first page of an Ogg opens a stream of Opus (RFC 7845, section 5.1). */
    static boolean isOpus(byte[] head) {
        var start = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
        return start.contains("OpusHead");
    }

    /** A type without its parameters. */
    static String bare(String mimeType) {
        return mimeType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static FileType of(byte[] head, String declared) {
        var said = type(bare(declared)).toString();
        var found = found(head);
        if (found.equals(said)
                || isSoundIn(found, said)
                || !isMarked(said) && isKindOf(said, found)) {
            return new FileType(declared, false);
        }
        boolean isOnlySaidMoreExactly = isKindOf(found, said) || shownAlike(found, said);
        return isOnlySaidMoreExactly && said.equals("text/plain")
                ? new FileType(declared, false)
                : new FileType(found, !isOnlySaidMoreExactly);
    }

    private static String found(byte[] head) {
        try {
            var type = Lazily.TYPES.detect(new ByteArrayInputStream(head), new Metadata());
            var word = type.getBaseType().toString();
            return word.equals("video/quicktime") && !isQuickTime(head)
                    ? "video/mp4"
                    : WORDS.getOrDefault(word, word);
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can be read", impossible);
        }
    }

    /** Tika takes every brand of the common container for Apple's that it has no word for. */
    private static boolean isQuickTime(byte[] head) {
        return new String(head, 0, Math.min(head.length, 12), StandardCharsets.ISO_8859_1)
                .endsWith("ftypqt  ");
    }

    /** Sound alone may lie in the container of films. */
    private static boolean isSoundIn(String found, String said) {
        return found.equals("video/mp4") && said.equals("audio/mp4")
                || found.equals("application/x-matroska") && said.equals(RECORDING);
    }

    private static boolean isKindOf(String special, String general) {
        return Lazily.TYPES.getMediaTypeRegistry().isSpecializationOf(type(special), type(general));
    }

    private static MediaType type(String word) {
        var type = MediaType.parse(word);
        return type == null ? MediaType.OCTET_STREAM : type;
    }

    /** Whether every file of a type begins with its mark. */
    private static boolean isMarked(String type) {
        return SHOWN_IN_PLACE.contains(type) || type.equals("application/pdf");
    }

    private static boolean shownAlike(String one, String other) {
        return SHOWN_IN_PLACE.contains(one)
                && SHOWN_IN_PLACE.contains(other)
                && type(one).getType().equals(type(other).getType());
    }
}
