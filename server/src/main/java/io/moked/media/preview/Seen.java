package io.moked.media.preview;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What looking into a file came to. */
public sealed interface Seen {

    /** How many bars a voice note is drawn with. */
    int BARS = 64;

    /** Nothing that could be shown. */
    record Nothing() implements Seen {}

    /** A small picture, as JPEG. */
    record Picture(int width, int height, byte[] jpeg) implements Seen {}

    /**
     * How long a voice note is and how loud, from bar to bar.
     *
     * @param levels each as a share of 255
     */
    record Sound(int millis, byte[] levels) implements Seen {}

    /** Says it to the process that asked. */
    default void write(DataOutputStream to) throws IOException {
        switch (this) {
            case Nothing nothing -> to.writeByte(0);
            case Picture(var width, var height, var jpeg) -> {
                to.writeByte(1);
                to.writeInt(width);
                to.writeInt(height);
                to.writeInt(jpeg.length);
                to.write(jpeg);
            }
            case Sound(var millis, var levels) -> {
                to.writeByte(2);
                to.writeInt(millis);
                to.write(levels);
            }
        }
        to.flush();
    }

    /** Believes the other process no more than the file it looked into. */
    static Seen read(DataInputStream from) throws IOException {
        return switch (from.readByte()) {
            case 0 -> new Nothing();
            case 1 -> {
                int width = within(1, Pictures.EDGE, from.readInt());
                int height = within(1, Pictures.EDGE, from.readInt());
                yield new Picture(width, height, bytes(from, within(1, 1 << 20, from.readInt())));
            }
            case 2 -> new Sound(within(0, Integer.MAX_VALUE, from.readInt()), bytes(from, BARS));
            default -> throw new IOException("The other process says what nobody understands");
        };
    }

    private static int within(int least, int most, int told) throws IOException {
        if (told < least || told > most) {
            throw new IOException("The other process tells a number that cannot be");
        }
        return told;
    }

    private static byte[] bytes(DataInputStream from, int count) throws IOException {
        var bytes = new byte[count];
        from.readFully(bytes);
        return bytes;
    }
}
