package io.moked.contactlist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a file's letters are written. A mark at its beginning says it; without one, only UTF-8 can be
 * recognized for sure, because hardly any other text is valid in it. What is neither is taken for
 * Hebrew Windows, which spreadsheets here save, and people see in the preview whether it is.
 */
public enum Encoding {
    UTF_8("utf-8", StandardCharsets.UTF_8),
    UTF_16LE("utf-16le", StandardCharsets.UTF_16LE),
    UTF_16BE("utf-16be", StandardCharsets.UTF_16BE),
    WINDOWS_1255("windows-1255", Charset.forName("windows-1255")),
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252"));

    private static final int SAMPLE = 4_096;
    private static final char MARK = '\ufeff';

    private final String word;
    private final Charset charset;

    Encoding(String word, Charset charset) {
        this.word = word;
        this.charset = charset;
    }

    @JsonValue
    public String word() {
        return word;
    }

    static Optional<Encoding> of(String word) {
        return Stream.of(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    static Encoding guess(byte[] file) {
        if (begins(file, 0xff, 0xfe)) {
            return UTF_16LE;
        }
        if (begins(file, 0xfe, 0xff)) {
            return UTF_16BE;
        }
        int half = Math.min(file.length, SAMPLE) / 2;
        if (zeros(file, 1, half) > half / 3) {
            return UTF_16LE;
        }
        if (zeros(file, 0, half) > half / 3) {
            return UTF_16BE;
        }
        return isUtf8(file) ? UTF_8 : WINDOWS_1255;
    }

    private static boolean begins(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xff) == first && (file[1] & 0xff) == second;
    }

    /** In UTF-16, digits and separators leave every other byte zero. */
    private static int zeros(byte[] file, int from, int pairs) {
        int zeros = 0;
        for (int n = 0; n < pairs; n++) {
            zeros += file[2 * n + from] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean isUtf8(byte[] file) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException another) {
            return false;
        }
    }

    /** Without the mark, and without what no text holds and no database keeps. */
    String decode(byte[] file) {
        var text = new String(file, charset).replace("\u0000", "");
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }
}
