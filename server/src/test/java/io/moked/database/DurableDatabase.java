package io.moked.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database set as in production, in this JVM or in one of its own that may be killed. */
final class DurableDatabase {

    /** Unpacked once for all tests there are. */
    static final Path PROGRAMS = Path.of("target", "test-database", "programs").toAbsolutePath();

    private DurableDatabase() {}

    static EmbeddedDatabase start(DataDirectory data) {
        return EmbeddedDatabase.start(
                data, PROGRAMS, Identity.suitable(), PostgresSettings.DURABLE);
    }

    static JdbcClient owner(EmbeddedDatabase database) {
        return owner(database.doors());
    }

    static JdbcClient owner(Doors doors) {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        doors.url(), doors.owner().user(), doors.owner().password()));
    }

    /** Another JVM that starts the database, says so, and waits to be killed. */
    static Process inAnotherJvm(Path directory) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        DurableDatabase.class.getName(),
                                        directory.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said = process.inputReader().readLine();
        if (!"ready".equals(said)) {
            throw new IllegalStateException("The other JVM said " + said);
        }
        return process;
    }

    static void main(String[] args) throws Exception {
        var database = start(DataDirectory.open(Path.of(args[0])));
        owner(database).sql("create table kept (id int)").update();
        owner(database).sql("insert into kept values (1), (2), (3)").update();
        System.out.println("ready");
        Thread.currentThread().join();
    }
}
