package io.moked.bench.webhook;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An HTTP/1.1 answer: as little of it as tells answers apart. */
public record Answer(int status, boolean isLast) {

    private static final int LONGEST_LINE = 2_048;

    /** Reads one whole answer off a connection and leaves the next one there. */
    public static Answer read(InputStream in) throws IOException {
        int status = statusOf(line(in));
        long length = status == 204 ? 0 : -1;
        boolean last = false;
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            var lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).strip());
            }
            last |= lower.startsWith("connection:") && lower.endsWith("close");
        }
        if (length < 0) {
            throw new ProtocolException("An answer does not say how long it is");
        }
        in.skipNBytes(length);
        return new Answer(status, last);
    }

    private static int statusOf(String line) throws ProtocolException {
        try {
            if (line.startsWith("HTTP/1.1 ")) {
                return Integer.parseInt(line, 9, 12, 10);
            }
        } catch (NumberFormatException | IndexOutOfBoundsException foreign) {
            throw new ProtocolException("That is not a status: " + foreign.getMessage());
        }
        throw new ProtocolException("That is not an answer of HTTP/1.1");
    }

    private static String line(InputStream in) throws IOException {
        var line = new byte[LONGEST_LINE];
        for (int length = 0; length < LONGEST_LINE; length++) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("The server hung up");
            }
            if (next == '\n' && length > 0 && line[length - 1] == '\r') {
                return new String(line, 0, length - 1, StandardCharsets.ISO_8859_1);
            }
            line[length] = (byte) next;
        }
        throw new ProtocolException("A line does not end");
    }
}
