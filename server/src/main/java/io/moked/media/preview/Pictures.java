package io.moked.media.preview;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** Small pictures of pictures. */
final class Pictures {

    /** Twice what a bubble shows, for dense screens. */
    static final int EDGE = 640;

    /** Of more, only the decoder's own tables would be a burden. */
    private static final long MOST_PIXELS = 25_000_000;

    private Pictures() {}

    static Seen see(byte[] file) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return new Seen.Nothing();
            }
            var reader = readers.next();
            reader.setInput(input, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS
                    ? new Seen.Nothing()
                    : small(coarse(reader), Orientation.of(file));
        }
    }

    /** Leaves rows and columns out while it reads, so that the whole is never in memory. */
    private static BufferedImage coarse(ImageReader reader) throws IOException {
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * EDGE));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    static Seen small(BufferedImage image, Orientation orientation) throws IOException {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) EDGE / longest);
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        var drawn =
                orientation.swapsEdges()
                        ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                        : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var transform = orientation.upright(width, height);
        transform.concatenate(
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()));
        pen.drawImage(image, transform, null);
        pen.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(drawn, "jpeg", jpeg);
        return new Seen.Picture(drawn.getWidth(), drawn.getHeight(), jpeg.toByteArray());
    }
}
