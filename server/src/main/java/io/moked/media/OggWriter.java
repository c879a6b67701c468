package io.moked.media;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes Opus into Ogg (RFC 3533, RFC 7845). */
final class OggWriter {

    private static final int FIRST = 2;
    private static final int LAST = 4;

    /** Samples of the shortest frame, at 48 kHz: 2.5 milliseconds. */
    private static final int SHORTEST = 120;

    /** A second, which is how far a listener may have to read to find a place. */
    private static final int PACKETS_A_PAGE = 50;

    private final ByteArrayOutputStream ogg = new ByteArrayOutputStream();
    private final int serial;
    private int pages;

    private OggWriter(int serial) {
        this.serial = serial;
    }

    static byte[] write(byte[] head, List<byte[]> packets) {
        var writer = new OggWriter(packets.hashCode());
        writer.page(FIRST, 0, List.of(head));
        writer.page(
                0,
                0,
                List.of("OpusTags\5\0\0\0moked\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1)));
        long played = 0;
        int begin = 0;
        while (begin < packets.size()) {
            int end = begin;
            int pieces = 0;
            while (end < packets.size() && end - begin < PACKETS_A_PAGE) {
                pieces += packets.get(end).length / 255 + 1;
                if (pieces > 255) {
                    break;
                }
                played += samples(packets.get(end));
                end++;
            }
            if (end == begin) {
                throw new MediaNotSendable();
            }
            int flags = end == packets.size() ? LAST : 0;
            writer.page(flags, played, packets.subList(begin, end));
            begin = end;
        }
        return writer.ogg.toByteArray();
    }

    /** How long a packet plays, which its first byte tells (RFC 6716, 3.1). */
    private static int samples(byte[] packet) {
        if (packet.length == 0) {
            return 0;
        }
        int config = (packet[0] & 0xFF) >> 3;
        int frame =
                config < 12
                        ? new int[] {4, 8, 16, 24}[config & 3]
                        : config < 16 ? 4 << (config & 1) : 1 << (config & 3);
        int frames =
                switch (packet[0] & 3) {
                    case 0 -> 1;
                    case 3 -> packet.length > 1 ? packet[1] & 0x3F : 0;
                    default -> 2;
                };
        return frames * frame * SHORTEST;
    }

    private void page(int flags, long played, List<byte[]> packets) {
        var pieces = new ByteArrayOutputStream();
        int bytes = 0;
        for (var packet : packets) {
            for (int left = packet.length; left >= 0; left -= 255) {
                pieces.write(Math.min(left, 255));
            }
            bytes += packet.length;
        }
        var page = ByteBuffer.allocate(27 + pieces.size() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        page.put("OggS".getBytes(StandardCharsets.US_ASCII)).put((byte) 0).put((byte) flags);
        page.putLong(played).putInt(serial).putInt(pages).putInt(0);
        page.put((byte) pieces.size()).put(pieces.toByteArray());
        packets.forEach(page::put);
        page.putInt(22, checksum(page.array()));
        ogg.writeBytes(page.array());
        pages++;
    }

    /** Not the CRC of zip files: the other bit order, and nothing turned over. */
    private static int checksum(byte[] page) {
        int sum = 0;
        for (var one : page) {
            sum ^= one << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? sum << 1 ^ 0x04C11DB7 : sum << 1;
            }
        }
        return sum;
    }
}
