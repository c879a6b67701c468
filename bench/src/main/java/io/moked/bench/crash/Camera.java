package io.moked.bench.crash;

import io.moked.bench.product.Digest;
import io.moked.bench.product.Installation;
import io.moked.bench.proof.Op;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Takes small pictures of noise, no two alike, and leaves them with Meta as a phone does. */
record Camera(Installation installation, Random random) {

    private static final int LEAST_PIXELS = 8;
    private static final int MOST_PIXELS = 64;

    /** Null where Meta takes no picture just now. */
    Op.@Nullable File take(String number) throws InterruptedException {
        try {
            var png = picture();
            return new Op.File(installation.keep(number, png), Digest.sha256(png));
        } catch (IOException away) {
            return null;
        }
    }

    private byte[] picture() throws IOException {
        int edge = random.nextInt(LEAST_PIXELS, MOST_PIXELS + 1);
        var picture = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
        var pixels = random.ints((long) edge * edge).toArray();
        picture.setRGB(0, 0, edge, edge, pixels, 0, edge);
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }
}
