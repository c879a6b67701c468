package io.moked.media.preview;

import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How loud voice notes are: Opus in Ogg (RFC 7845), decoded coarsely. */
final class VoiceNotes {

    /** Loudness needs no more; the decoder is quicker by as much. */
    private static final int SAMPLES_A_SECOND = 8_000;

    /** The longest packet holds 120 milliseconds. */
    private static final int MOST_SAMPLES = SAMPLES_A_SECOND * 120 / 1000;

    /** An hour in the usual packets. */
    private static final int MOST_PACKETS = 180_000;

    private VoiceNotes() {}

    static Seen see(byte[] file) throws IOException {
        var packets = packets(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        if (packets.size() < 3 || !isOpus(packets.getFirst())) {
            return new Seen.Nothing();
        }
        try {
            return sound(packets.subList(2, packets.size()), packets.getFirst()[9]);
        } catch (OpusException broken) {
            throw new IOException(broken);
        }
    }

    private static boolean isOpus(byte[] head) {
        return head.length >= 19
                && new String(head, 0, 8, StandardCharsets.ISO_8859_1).equals("OpusHead")
                && (head[9] == 1 || head[9] == 2);
    }

    /** A packet goes on for as long as its pieces are 255 bytes (RFC 3533, 6). */
    private static List<byte[]> packets(ByteBuffer ogg) throws IOException {
        var packets = new ArrayList<byte[]>();
        var packet = new ByteArrayOutputStream();
        while (ogg.remaining() >= 27) {
            if (ogg.getInt(ogg.position()) != 0x5367674F) {
                throw new IOException("This is no page of Ogg");
            }
            int pieces = ogg.get(ogg.position() + 26) & 0xFF;
            ogg.position(ogg.position() + 27);
            if (ogg.remaining() < pieces) {
                break;
            }
            var sizes = new byte[pieces];
            ogg.get(sizes);
            for (var size : sizes) {
                int bytes = Math.min(size & 0xFF, ogg.remaining());
                packet.write(ogg.array(), ogg.position(), bytes);
                ogg.position(ogg.position() + bytes);
                if (bytes < 255) {
                    packets.add(packet.toByteArray());
                    packet.reset();
                }
                if (packets.size() > MOST_PACKETS) {
                    throw new IOException("This goes on for too long");
                }
            }
        }
        return packets;
    }

    private static Seen sound(List<byte[]> packets, int channels) throws OpusException {
        var decoder = new OpusDecoder(SAMPLES_A_SECOND, channels);
        var samples = new short[MOST_SAMPLES * channels];
        var loudness = new double[packets.size()];
        long heard = 0;
        for (int n = 0; n < loudness.length; n++) {
            var packet = packets.get(n);
            int count =
                    packet.length == 0
                            ? 0
                            : decoder.decode(
                                    packet, 0, packet.length, samples, 0, MOST_SAMPLES, false);
            loudness[n] = loudness(samples, count * channels);
            heard += count;
        }
        return new Seen.Sound((int) (heard * 1000 / SAMPLES_A_SECOND), bars(loudness));
    }

    /** The root of the mean square. */
    private static double loudness(short[] samples, int count) {
        double sum = 0;
        for (int n = 0; n < count; n++) {
            sum += (double) samples[n] * samples[n];
        }
        return count == 0 ? 0 : Math.sqrt(sum / count);
    }

    /** The loudest moment of each bar, measured by the loudest of all. */
    private static byte[] bars(double[] loudness) {
        var bars = new double[Seen.BARS];
        double loudest = 1;
        for (int n = 0; n < loudness.length; n++) {
            int bar = (int) ((long) n * Seen.BARS / loudness.length);
            bars[bar] = Math.max(bars[bar], loudness[n]);
            loudest = Math.max(loudest, loudness[n]);
        }
        var levels = new byte[Seen.BARS];
        for (int n = 0; n < Seen.BARS; n++) {
            int before = Math.max(0, n - 1);
            double level = loudness.length < Seen.BARS && bars[n] == 0 ? bars[before] : bars[n];
            levels[n] = (byte) Math.round(255 * level / loudest);
        }
        return levels;
    }
}
