package io.moked.bench.fault;

import io.moked.bench.product.Installation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Something that is wrong with the database for some seconds. */
enum Trouble {
    RESTARTED("database restarted") {
        @Override
        void last(Installation installation) throws Exception {
            installation.postgres().restart();
        }
    },
    TERMINATED("connections terminated, five times a second") {
        @Override
        void last(Installation installation) throws Exception {
            try (var connection = installation.database().open()) {
                for (int times = 0; times < 25; times++) {
                    execute(connection, TERMINATE);
                    Thread.sleep(Duration.ofMillis(200));
                }
            }
        }
    },
    SLOW("database slow: stands still four fifths of the time") {
        @Override
        void last(Installation installation) throws Exception {
            for (int times = 0; times < 20; times++) {
                stand(installation, Duration.ofMillis(400));
                Thread.sleep(Duration.ofMillis(100));
            }
        }
    },
    STANDING("database stands still for 12 s") {
        @Override
        void last(Installation installation) throws Exception {
            stand(installation, Duration.ofSeconds(12));
        }
    },
    LOCKED("table of deliveries locked for 12 s") {
        @Override
        void last(Installation installation) throws Exception {
            try (var connection = installation.database().open()) {
                connection.setAutoCommit(false);
                execute(connection, "lock table whatsapp.delivery in access exclusive mode");
                Thread.sleep(Duration.ofSeconds(12));
                connection.rollback();
            }
        }
    },
    READ_ONLY("database read-only for 5 s") {
        @Override
        void last(Installation installation) throws Exception {
            try (var connection = installation.database().open()) {
                execute(connection, "alter system set default_transaction_read_only = on");
                execute(connection, RELOAD);
                try {
                    Thread.sleep(Duration.ofSeconds(5));
                } finally {
                    execute(connection, "set session characteristics as transaction read write");
                    execute(connection, "alter system reset default_transaction_read_only");
                    execute(connection, RELOAD);
                }
            }
        }
    };

    private static final String RELOAD = "select pg_reload_conf()";
    private static final String TERMINATE =
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename in ('moked_app', 'moked_worker')
            """;

    private final String title;

    Trouble(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Returns when it is over. */
    abstract void last(Installation installation) throws Exception;

    private static void stand(Installation installation, Duration time) throws Exception {
        installation.postgres().freeze();
        try {
            Thread.sleep(time);
        } finally {
            installation.postgres().thaw();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
