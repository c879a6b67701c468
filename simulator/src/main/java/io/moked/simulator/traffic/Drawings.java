package io.moked.simulator.traffic;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Draws the pictures people send: flowers, or a note on a table. */
final class Drawings {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    private final RandomGenerator random;

    Drawings(RandomGenerator random) {
        this.random = random;
    }

    byte[] jpeg(String motif) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        if (motif.equals("flowers")) {
            flowers(brush);
        } else {
            note(brush);
        }
        brush.dispose();
        var jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    private void flowers(Graphics2D brush) {
        ground(brush, new Color(0xe4efe6), new Color(0xa9c9b0));
        for (int i = 0; i < 9; i++) {
            double x = 60 + random.nextDouble(WIDTH - 120);
            double y = 60 + random.nextDouble(HEIGHT - 160);
            brush.setColor(new Color(0x4f7f57));
            brush.draw(new Line2D.Double(x, y, WIDTH / 2.0, HEIGHT));
            flower(brush, x, y, 22 + random.nextDouble(26));
        }
    }

    private void flower(Graphics2D brush, double x, double y, double size) {
        brush.setColor(
                Color.getHSBColor(
                        0.86f + random.nextFloat(0.2f), 0.25f + random.nextFloat(0.4f), 0.95f));
        for (int petal = 0; petal < 7; petal++) {
            var turn = AffineTransform.getRotateInstance(petal * Math.TAU / 7, x, y);
            brush.fill(
                    turn.createTransformedShape(
                            new Ellipse2D.Double(x - size / 3, y - size, size / 1.5, size)));
        }
        brush.setColor(new Color(0xf2c14e));
        brush.fill(new Ellipse2D.Double(x - size / 4, y - size / 4, size / 2, size / 2));
    }

    private void note(Graphics2D brush) {
        ground(brush, new Color(0xb48a63), new Color(0x8d6747));
        brush.rotate(random.nextDouble(-0.1, 0.1), WIDTH / 2.0, HEIGHT / 2.0);
        brush.setColor(new Color(0xfbfaf5));
        brush.fill(new RoundRectangle2D.Double(110, 40, 260, 280, 6, 6));
        brush.setColor(new Color(0x5d7487));
        for (int line = 0; line < 9; line++) {
            brush.fill(
                    new RoundRectangle2D.Double(
                            134, 70 + line * 26, 110 + random.nextInt(100), 6, 6, 6));
        }
    }

    private static void ground(Graphics2D brush, Color top, Color bottom) {
        brush.setPaint(new GradientPaint(0, 0, top, 0, HEIGHT, bottom));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
    }
}
