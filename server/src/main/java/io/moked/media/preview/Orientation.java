package io.moked.media.preview;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held (Exif 2.32, tag 0x0112): browsers turn pictures upright by it, so their
 * small pictures are turned, too.
 *
 * @param tag 1 to 8; 1 is upright
 */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final int APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int TAG = 0x0112;

    static Orientation of(byte[] file) {
        try {
            var bytes = ByteBuffer.wrap(file);
            return bytes.getShort() == (short) 0xFFD8 ? inSegments(bytes) : UPRIGHT;
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException cut) {
            return UPRIGHT;
        }
    }

    private static Orientation inSegments(ByteBuffer bytes) {
        while (true) {
            int marker = bytes.getShort() & 0xFFFF;
            int length = bytes.getShort() & 0xFFFF;
            if (marker == START_OF_SCAN || marker < 0xFF00 || length < 2) {
                return UPRIGHT;
            }
            if (marker == APP1 && bytes.getInt(bytes.position()) == 0x45786966) {
                return inDirectory(bytes.slice(bytes.position() + 6, length - 8));
            }
            bytes.position(bytes.position() + length - 2);
        }
    }

    private static Orientation inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int n = 0; n < entries; n++) {
            int entry = directory + 2 + 12 * n;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int tag = tiff.getShort(entry + 8);
                return tag < 1 || tag > 8 ? UPRIGHT : new Orientation(tag);
            }
        }
        return UPRIGHT;
    }

    boolean swapsEdges() {
        return tag > 4;
    }

    /** Takes a picture of this size, as it was stored, to how it was seen. */
    AffineTransform upright(int width, int height) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
