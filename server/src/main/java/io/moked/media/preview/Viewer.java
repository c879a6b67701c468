package io.moked.media.preview;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * The other process: looks into one file after the other, which come on standard input, until that
 * ends. It has no settings, no secrets and no place to keep anything.
 */
final class Viewer {

    private Viewer() {}

    public static void main(String[] none) throws IOException {
        var answers = new DataOutputStream(new BufferedOutputStream(System.out));
        var files = new DataInputStream(new BufferedInputStream(System.in));
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        offerToDieFirst();
        try {
            while (true) {
                var kind = Kind.values()[files.readUnsignedByte()];
                var file = new byte[files.readInt()];
                files.readFully(file);
                see(kind, file).write(answers);
            }
        } catch (EOFException nobodyAsksAnyMore) {
            System.exit(0);
        }
    }

    /** Whatever a broken file makes of a decoder, there is then nothing to be shown. */
    private static Seen see(Kind kind, byte[] file) {
        try {
            return switch (kind) {
                case PICTURE -> Pictures.see(file);
                case PAGES -> Pages.see(file);
                case VOICE -> VoiceNotes.see(file);
            };
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return new Seen.Nothing();
        }
    }

    /** Where Linux runs out of memory, it is to end this process and not a neighbour. */
    private static void offerToDieFirst() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException elsewhere) {
            System.err.println("No Linux to be asked");
        }
    }
}
