package io.moked.bench.crash;

import io.moked.bench.product.Installation;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;

/** What happens to the product in the middle of its work. */
public enum Blow {
    SERVER("server killed") {
        @Override
        public Instant strike(Installation installation, Random random) throws Exception {
            installation.server().kill();
            var struck = Instant.now();
            installation.server().start();
            return struck;
        }
    },
    DATABASE("database killed") {
        @Override
        public Instant strike(Installation installation, Random random) throws Exception {
            installation.postgres().kill();
            return Instant.now();
        }
    },
    BOTH("both killed") {
        @Override
        public Instant strike(Installation installation, Random random) throws Exception {
            installation.postgres().kill();
            installation.server().kill();
            var struck = Instant.now();
            installation.server().start();
            return struck;
        }
    },
    FROZEN("server frozen past its leases") {
        @Override
        public Instant strike(Installation installation, Random random) throws Exception {
            var server = installation.server();
            installation
                    .simulator()
                    .faults(Map.of("slowMs", 1_500, "rateLimited", Map.of("next", 9)));
            awaitClaims(installation);
            server.freeze();
            try {
                installation.database().endLeases(Instant.now());
                Thread.sleep(Duration.ofMillis(random.nextInt(2_000)));
            } finally {
                server.thaw();
            }
            return Instant.now();
        }
    };

    private final String title;

    Blow(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    private static void awaitClaims(Installation installation) throws Exception {
        for (int tries = 0; tries < 200 && installation.database().claimed() < 2; tries++) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** Strikes, tells it to start again where need be, and returns when the blow fell. */
    public abstract Instant strike(Installation installation, Random random) throws Exception;
}
