package io.moked.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    private FileType() {}

    static boolean shownInPlace(String mimeType) {
        int parameters = mimeType.indexOf(';');
        return SHOWN_IN_PLACE.contains(
                (parameters < 0 ? mimeType : mimeType.substring(0, parameters)).strip());
    }

    static Optional<String> of(byte[] head) {
        return Optional.ofNullable(
                starts(head, 0xFF, 0xD8, 0xFF)
                        ? "image/jpeg"
                        : starts(head, 0x89, 'P', 'N', 'G')
                                ? "image/png"
                                : text(head, 0, "GIF8")
                                        ? "image/gif"
                                        : text(head, 0, "RIFF") && text(head, 8, "WEBP")
                                                ? "image/webp"
                                                : text(head, 0, "%PDF")
                                                        ? "application/pdf"
                                                        : text(head, 0, "OggS")
                                                                ? "audio/ogg"
                                                                : text(head, 0, "ID3")
                                                                        ? "audio/mpeg"
                                                                        : text(head, 0, "#!AMR")
                                                                                ? "audio/amr"
                                                                                : text(
                                                                                                head,
                                                                                                4,
                                                                                                "ftyp3g")
                                                                                        ? "video/3gpp"
                                                                                        : text(
                                                                                                        head,
                                                                                                        4,
                                                                                                        "ftypM4A")
                                                                                                ? "audio/mp4"
                                                                                                : text(
                                                                                                                head,
                                                                                                                4,
                                                                                                                "ftyp")
                                                                                                        ? "video/mp4"
                                                                                                        : null);
    }

    private static boolean starts(byte[] head, int... magic) {
        return head.length >= magic.length
                && java.util.stream.IntStream.range(0, magic.length)
                        .allMatch(n -> head[n] == (byte) magic[n]);
    }

    private static boolean text(byte[] head, int at, String magic) {
        var bytes = magic.getBytes(StandardCharsets.US_ASCII);
        return head.length >= at + bytes.length
                && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }
}
