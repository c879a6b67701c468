package io.moked.media.preview;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Files to be looked into, good and bad. */
public final class Samples {

    private static final int FRAME = 960;
    private static final HexFormat HEX = HexFormat.of();

    private Samples() {}

    /** Red on its left, blue on its right. */
    public static byte[] picture(int width, int height, String format) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** How a WebP keeps its pictures (RFC 9649). */
    public enum WebP {
        LOSSY,
        LOSSLESS,
        MOVING
    }

    /** 128 by 64, red on its left and blue on its right, as a browser has drawn it. */
    public static byte[] webp(WebP how) {
        var lossless = chunk("VP8L", "L3/ADwAPEPO///MfDsSCyfylg+iJ6H9UVQHsDg==");
        return switch (how) {
            case LOSSY ->
                    riff(
                            chunk(
                                    "VP8 ",
                                    "cAUAnQEqgABAAD8RiL1XrCmmo6UIAYAiCWcA1EKgfiqAKTsMYNVwqSnyU7NDCbXbjrLZgAD+5s7fruy3a1v/"
                                            + "8s+8o2u5OeFeCOP/8s/P6LvHvuIMrcfei4uc2GF4iDonWfsT0Cw3UAAAAA=="));
            case LOSSLESS -> riff(lossless);
            case MOVING ->
                    riff(
                            chunk("VP8X", HEX.parseHex("020000007f00003f0000")),
                            chunk("ANIM", HEX.parseHex("ffffffff0000")),
                            frame(lossless),
                            frame(lossless));
        };
    }

    private static byte[] frame(byte[] picture) {
        var head = HEX.parseHex("0000000000007f00003f000064000000");
        var frame = ByteBuffer.allocate(head.length + picture.length).put(head).put(picture);
        return chunk("ANMF", frame.array());
    }

    private static byte[] chunk(String name, String base64) {
        return chunk(name, Base64.getDecoder().decode(base64));
    }

    private static byte[] chunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] riff(byte[]... chunks) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
        Arrays.stream(chunks).forEach(bytes::writeBytes);
        return chunk("RIFF", bytes.toByteArray());
    }

    /** A JPEG that says how the camera was held. */
    static byte[] held(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes());
        exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(exif.array());
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    public static byte[] document() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.BLUE);
                content.addRect(0, 0, 600, 900);
                content.fill();
            }
            return bytes(document);
        }
    }

    /** A page that draws a form ten times, which draws another one ten times, and so on. */
    static byte[] endlessDocument() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var resources = new PDResources();
            for (int depth = 0; depth < 12; depth++) {
                var form = new PDFormXObject(document);
                form.setBBox(PDRectangle.A4);
                form.setResources(resources);
                var drawing = depth == 0 ? "0 0 9 9 re f\n" : "/F Do\n".repeat(10);
                try (var content = form.getStream().createOutputStream()) {
                    content.write(drawing.getBytes(StandardCharsets.US_ASCII));
                }
                resources = new PDResources();
                resources.put(COSName.getPDFName("F"), form);
            }
            page.setResources(resources);
            try (var content =
                    new PDPageContentStream(
                            document, page, PDPageContentStream.AppendMode.APPEND, false)) {
                content.appendRawCommands("/F Do\n");
            }
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    /** A voice note of so many seconds, as loud at each as told, up to 1. */
    public static byte[] voice(int seconds, IntToDoubleFunction loudness) throws OpusException {
        var ogg = new ByteArrayOutputStream();
        page(ogg, head());
        page(ogg, "OpusTags\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        packets(seconds, loudness).forEach(packet -> page(ogg, packet));
        return ogg.toByteArray();
    }

    private static byte[] head() {
        var head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put("OpusHead".getBytes()).put((byte) 1).put((byte) 1).putShort((short) 312);
        return head.putInt(48_000).array();
    }

    /** The same as a browser records it: in WebM, and without saying how long that gets. */
    public static byte[] recording(int seconds, IntToDoubleFunction loudness) throws OpusException {
        var webm = new ByteArrayOutputStream();
        element(webm, "1A45DFA3", "webm".getBytes());
        webm.writeBytes(HexFormat.of().parseHex("1853806701FFFFFFFFFFFFFF"));
        var track = new ByteArrayOutputStream();
        element(track, "86", "A_OPUS".getBytes());
        element(track, "63A2", head());
        var tracks = new ByteArrayOutputStream();
        element(tracks, "AE", track.toByteArray());
        element(webm, "1654AE6B", tracks.toByteArray());
        webm.writeBytes(HexFormat.of().parseHex("1F43B67501FFFFFFFFFFFFFF"));
        for (var packet : packets(seconds, loudness)) {
            var block = new ByteArrayOutputStream();
            block.writeBytes(new byte[] {(byte) 0x81, 0, 0, (byte) 0x80});
            block.writeBytes(packet);
            element(webm, "A3", block.toByteArray());
        }
        return webm.toByteArray();
    }

    private static void element(ByteArrayOutputStream webm, String id, byte[] content) {
        webm.writeBytes(HexFormat.of().parseHex(id));
        webm.writeBytes(ByteBuffer.allocate(4).putInt(0x10000000 | content.length).array());
        webm.writeBytes(content);
    }

    private static List<byte[]> packets(int seconds, IntToDoubleFunction loudness)
            throws OpusException {
        var encoder = new OpusEncoder(48_000, 1, OpusApplication.OPUS_APPLICATION_AUDIO);
        var packets = new ArrayList<byte[]>();
        for (int n = 0; n < seconds * 50; n++) {
            var samples = new short[FRAME];
            for (int at = 0; at < FRAME; at++) {
                double wave = Math.sin((n * FRAME + at) * 2 * Math.PI * 440 / 48_000);
                samples[at] = (short) (30_000 * loudness.applyAsDouble(n / 50) * wave);
            }
            var packet = new byte[1_500];
            int length = encoder.encode(samples, 0, FRAME, packet, 0, packet.length);
            packets.add(Arrays.copyOf(packet, length));
        }
        return packets;
    }

    /** A page of one packet; nobody here looks at its checksum. */
    private static void page(ByteArrayOutputStream ogg, byte[] packet) {
        ogg.writeBytes("OggS".getBytes());
        ogg.writeBytes(new byte[22]);
        ogg.write(packet.length / 255 + 1);
        for (int left = packet.length; left >= 0; left -= 255) {
            ogg.write(Math.min(left, 255));
        }
        ogg.writeBytes(packet);
    }

    /** A PNG that says to be larger than any memory. */
    static byte[] hugePicture() throws IOException {
        var png = picture(10, 10, "png");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
        var crc = new java.util.zip.CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }
}
