package io.moked.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a file is by its first bytes, whatever its name or sender says. */
final class FileType {

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

    /** The first that fits is it. */
    private static final List<Magic> KNOWN =
            List.of(
                    new Magic(0, "\u00FF\u00D8\u00FF", "image/jpeg"),
                    new Magic(0, "\u0089PNG", "image/png"),
                    new Magic(0, "GIF8", "image/gif"),
                    new Magic(8, "WEBP", "image/webp"),
                    new Magic(0, "%PDF", "application/pdf"),
                    new Magic(0, "OggS", "audio/ogg"),
                    new Magic(0, "ID3", "audio/mpeg"),
                    new Magic(0, "#!AMR", "audio/amr"),
                    new Magic(4, "ftyp3g", "video/3gpp"),
                    new Magic(4, "ftypqt", "video/quicktime"),
                    new Magic(4, "ftyphei", "image/heic"),
                    new Magic(4, "ftypmif1", "image/heic"),
                    new Magic(4, "ftypavif", "image/avif"),
                    new Magic(4, "ftypM4A", "audio/mp4"),
                    new Magic(4, "ftyp", "video/mp4"));

    /** How much of a file tells its type. */
    static final int HEAD_BYTES = 16;

    private FileType() {}

    static boolean shownInPlace(String mimeType) {
        int parameters = mimeType.indexOf(';');
        return SHOWN_IN_PLACE.contains(
                (parameters < 0 ? mimeType : mimeType.substring(0, parameters)).strip());
    }

    static Optional<String> of(byte[] head) {
        return KNOWN.stream().filter(magic -> magic.isIn(head)).map(Magic::type).findFirst();
    }

    /** Bytes at a place, each written as the letter of its number. */
    private record Magic(int at, String bytes, String type) {

        boolean isIn(byte[] head) {
            var expected = bytes.getBytes(StandardCharsets.ISO_8859_1);
            int end = at + expected.length;
            return head.length >= end && Arrays.equals(head, at, end, expected, 0, expected.length);
        }
    }
}
