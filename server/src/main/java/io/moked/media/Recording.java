package io.moked.media;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a browser recorded: Opus in WebM (RFC 9559), of which WhatsApp takes the Opus only. The
 * sound stays as it is, and gets another container.
 */
final class Recording {

    /** An hour of a voice, several times over. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final long UNKNOWN_SIZE = -1;
    private static final int SEGMENT = 0x18538067;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK = 0xAE;
    private static final int CODEC = 0x86;
    private static final int CODEC_PRIVATE = 0x63A2;
    private static final int CLUSTER = 0x1F43B675;
    private static final int BLOCK_GROUP = 0xA0;
    private static final int BLOCK = 0xA1;
    private static final int SIMPLE_BLOCK = 0xA3;

    private final List<byte[]> packets = new ArrayList<>();
    private byte @Nullable [] head;
    private @Nullable String codec;

    private Recording() {}

    /** The same sound as Ogg; refuses what is no sound of this kind. */
    static byte[] asOgg(byte[] webm) {
        var recording = new Recording();
        try {
            recording.read(ByteBuffer.wrap(webm));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException cut) {
            throw new MediaNotSendable();
        }
        var head = recording.head;
        if (head == null || !"A_OPUS".equals(recording.codec) || recording.packets.isEmpty()) {
            throw new MediaNotSendable();
        }
        return OggWriter.write(head, recording.packets);
    }

    /** Browsers write before they know how long things get, so a size may be missing. */
    private void read(ByteBuffer in) {
        while (in.hasRemaining()) {
            int id = id(in);
            long size = size(in);
            switch (id) {
                // What they hold follows, whether it says where it ends or not.
                case SEGMENT, TRACKS, TRACK, CLUSTER, BLOCK_GROUP -> {}
                case CODEC -> codec = new String(bytes(in, size), StandardCharsets.US_ASCII);
                case CODEC_PRIVATE -> head = bytes(in, size);
                case BLOCK, SIMPLE_BLOCK -> packets.add(packet(ByteBuffer.wrap(bytes(in, size))));
                default -> bytes(in, size);
            }
        }
    }

    private static byte[] bytes(ByteBuffer in, long size) {
        if (size == UNKNOWN_SIZE || size > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[(int) size];
        in.get(bytes);
        return bytes;
    }

    /** Behind the track's number come a time and flags, then the packet: sound is never laced. */
    private static byte[] packet(ByteBuffer block) {
        size(block);
        block.getShort();
        if ((block.get() & 0x06) != 0) {
            throw new IllegalArgumentException("Several packets in one block");
        }
        return bytes(block, block.remaining());
    }

    /** As many bytes as there are zeros before the first one, and one; the mark stays in an id. */
    private static int id(ByteBuffer in) {
        int first = in.get() & 0xFF;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 3) {
            throw new IllegalArgumentException("No element begins here");
        }
        int id = first;
        for (int n = 0; n < more; n++) {
            id = id << 8 | in.get() & 0xFF;
        }
        return id;
    }

    /** The same without the mark; all ones mean that it is not known. */
    private static long size(ByteBuffer in) {
        int first = in.get() & 0xFF;
        int more = Integer.numberOfLeadingZeros(first) - 24;
        if (more > 7) {
            throw new IllegalArgumentException("No size begins here");
        }
        long size = first & 0x7F >> more;
        for (int n = 0; n < more; n++) {
            size = size << 8 | in.get() & 0xFF;
        }
        return size == (1L << 7 * (more + 1)) - 1 ? UNKNOWN_SIZE : size;
    }
}
