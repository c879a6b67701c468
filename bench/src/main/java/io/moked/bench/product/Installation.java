package io.moked.bench.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moked.bench.product.Access.Line;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Businesses made by a short demo and served from then on as in earnest: a server and its database,
 * which may be killed, and a Meta that outlives both.
 */
public record Installation(
        DataDirectory data, Access access, Simulator simulator, Server server, Postgres postgres)
        implements AutoCloseable {

    private static final String APP = "300100000001";

    /** Starts everything; {@code wrapping} is put before the server's command. */
    public static Installation start(
            Packaged packaged, DataDirectory data, List<String> wrapping, List<String> phones)
            throws IOException, InterruptedException {
        var demo = demo(packaged, data);
        int port = DataDirectory.anyPort();
        var simulator = Simulator.start(packaged);
        var access = served(demo, port);
        simulator.setUp(world(access, data, phones));
        var command = new java.util.ArrayList<>(wrapping);
        command.addAll(packaged.serverCommand("serve"));
        var server = new Server(command, environment(data, simulator, port), data, port);
        var installation = new Installation(data, access, simulator, server, new Postgres(data));
        Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
        server.start();
        server.awaitReady();
        return installation;
    }

    /** Nothing but the demo makes businesses and numbers. */
    private static Access demo(Packaged packaged, DataDirectory data)
            throws IOException, InterruptedException {
        var demo = Product.start(packaged, data);
        try {
            return demo.access();
        } finally {
            demo.stop();
        }
    }

    private static Access served(Access demo, int port) {
        var origin = "http://127.0.0.1:" + port;
        return new Access(
                origin + "/api/v1",
                URI.create(origin + "/webhooks/whatsapp"),
                demo.appSecret(),
                demo.lines());
    }

    private static Map<String, String> environment(
            DataDirectory data, Simulator simulator, int port) throws IOException {
        return Map.of(
                "MOKED_DATA", data.path().toString(),
                "MOKED_ADDRESS", "127.0.0.1",
                "MOKED_PORT", String.valueOf(port),
                "MOKED_PUBLIC_URL", "http://127.0.0.1:" + port,
                "MOKED_META_APP_SECRET", data.secret("meta-app-secret"),
                "MOKED_META_VERIFY_TOKEN", data.secret("meta-verify-token"),
                // Nobody waits a quarter of an hour here.
                "MOKED_SENDING_DOUBT", "0s",
                "MOKED_META_GRAPH", simulator.address().toString(),
                "MOKED_META_FILES", simulator.files().toString());
    }

    private static Map<String, ?> world(Access access, DataDirectory data, List<String> phones)
            throws IOException {
        var app =
                Map.of(
                        "id",
                        APP,
                        "secret",
                        new String(access.appSecret(), UTF_8),
                        "verifyToken",
                        data.secret("meta-verify-token"),
                        "callback",
                        access.webhook().toString());
        return Map.of(
                "apps", List.of(app),
                "wabas", access.lines().stream().map(Installation::account).toList(),
                "customers",
                        phones.stream().map(it -> Map.of("waId", it, "name", "C" + it)).toList());
    }

    private static Map<String, ?> account(Line line) {
        var number =
                Map.of(
                        "id", line.phoneNumberId(),
                        "displayPhoneNumber", line.displayNumber(),
                        "name", line.waba(),
                        "token", graphToken(line.phoneNumberId()));
        return Map.of(
                "id", line.waba(), "name", line.waba(), "appId", APP, "numbers", List.of(number));
    }

    /** The demo's numbers have the same tokens in every run. */
    private static String graphToken(String phoneNumberId) {
        var seed = ("demo-token/" + phoneNumberId).getBytes(UTF_8);
        return "EAAG"
                + UUID.nameUUIDFromBytes(seed).toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    /** Leaves a picture with Meta for whoever writes to this number, and returns its id there. */
    public String keep(String number, byte[] png) throws IOException, InterruptedException {
        return simulator.keep(number, graphToken(number), png);
    }

    public Database database() throws IOException {
        return data.database();
    }

    @Override
    public void close() {
        server.close();
        simulator.close();
        data.close();
    }
}
