package io.moked.bench.product;

import java.io.IOException;
import java.util.Map;

/** A server as an operator runs it, on a database that is there already: that of a demo. */
public final class Beside {

    private Beside() {}

    /** The server has not been started yet. */
    public static Server of(DataDirectory demo, Packaged packaged, DataDirectory own)
            throws IOException {
        int port = DataDirectory.anyPort();
        var environment =
                Map.ofEntries(
                        Map.entry("MOKED_DATA", own.path().toString()),
                        Map.entry("MOKED_ADDRESS", "127.0.0.1"),
                        Map.entry("MOKED_PORT", String.valueOf(port)),
                        Map.entry("MOKED_PUBLIC_URL", "http://127.0.0.1:" + port),
                        Map.entry("MOKED_DATABASE_URL", demo.database().url()),
                        Map.entry("MOKED_DATABASE_OWNER_PASSWORD", demo.secret("moked_owner")),
                        Map.entry("MOKED_DATABASE_APP_PASSWORD", demo.secret("moked_app")),
                        Map.entry("MOKED_DATABASE_WORKER_PASSWORD", demo.secret("moked_worker")),
                        Map.entry("MOKED_SECRETS_ROOT", demo.secret("root")),
                        Map.entry("MOKED_SECRETS_PEPPER", demo.secret("pepper")),
                        Map.entry("MOKED_META_APP_SECRET", demo.secret("meta-app-secret")),
                        Map.entry("MOKED_META_VERIFY_TOKEN", demo.secret("meta-verify-token")));
        return new Server(packaged.serverCommand("serve"), environment, own, port);
    }
}
