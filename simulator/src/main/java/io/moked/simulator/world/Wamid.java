package io.moked.simulator.world;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Message ids in Meta's form: base64 of a small binary that holds the customer's phone number. */
final class Wamid {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Wamid() {}

    static String inbound(String waId) {
        return of(waId, 0x12, 10);
    }

    static String outbound(String waId) {
        return of(waId, 0x11, 9);
    }

    private static String of(String waId, int direction, int randomBytes) {
        byte[] random = new byte[randomBytes];
        ThreadLocalRandom.current().nextBytes(random);
        var binary = new ByteArrayOutputStream();
        binary.write(0x1c);
        append(binary, waId);
        binary.writeBytes(new byte[] {0x15, 0x02, 0x00, (byte) direction});
        append(binary, HEX.formatHex(random));
        binary.write(0);
        return "wamid." + Base64.getEncoder().encodeToString(binary.toByteArray());
    }

    private static void append(ByteArrayOutputStream binary, String text) {
        binary.write(0x18);
        binary.write(text.length());
        binary.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
