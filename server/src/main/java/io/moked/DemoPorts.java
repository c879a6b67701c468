package io.moked;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/** Where the parts of a demo listen: the console where asked, the others where there is room. */
record DemoPorts(int console, int simulator, int mail, int smtp) {

    private static final int USUAL = 8080;
    private static final int TRIES = 50;

    static DemoPorts from(int console) {
        if (console < 1 || console > 65_535) {
            throw new StartRefused(
                    console + " is no port: choose one between 1 and 65535 with --port.");
        }
        if (!isFree(console)) {
            throw new StartRefused(
                    "Port %d is taken: stop the program that uses it, or choose another with --port."
                            .formatted(console));
        }
        // Demos with consoles apart look apart, and so do not race for one port.
        var apart = Math.floorMod(console - USUAL, 20_000);
        return new DemoPorts(
                console, freeFrom(8090 + apart), freeFrom(8025 + apart), freeFrom(1025 + apart));
    }

    private static int freeFrom(int first) {
        return IntStream.range(first, first + TRIES)
                .filter(DemoPorts::isFree)
                .findFirst()
                .orElseThrow(() ->
                        new StartRefused(
                                "No port is free between %d and %d."
                                        .formatted(first, first + TRIES - 1)));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    static String address(int port) {
        return "http://localhost:" + port;
    }
}
