package io.moked.database;

import java.util.List;
import java.util.stream.Stream;

/**
 * How the embedded PostgreSQL is set: small, on loopback, keeping every commit, logging no content.
 */
final class PostgresSettings {

    private static final List<String> COMMON =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "password_encryption=scram-sha-256",
                    "max_connections=100",
                    "shared_buffers=128MB",
                    // A checkpoint makes the next change of each page costly: seldom is cheap.
                    "max_wal_size=2GB",
                    // Young tables grow fast, and plans are only as good as what is known of them.
                    "autovacuum_naptime=5s",
                    "jit=off",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "lc_messages=C",
                    "log_checkpoints=off",
                    "log_statement=none",
                    "log_min_messages=log",
                    "log_min_error_statement=panic",
                    "log_error_verbosity=terse",
                    "log_parameter_max_length=0",
                    "log_parameter_max_length_on_error=0");

    static final List<String> DURABLE = with("fsync=on", "synchronous_commit=on");

    /** For databases nobody will miss, many of them side by side. */
    static final List<String> THROW_AWAY =
            with(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "max_connections=200");

    private PostgresSettings() {}

    private static List<String> with(String... more) {
        return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
    }
}
