package io.moked.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTest {

    @TempDir Path directory;

    @Test
    void bringsEveryAcknowledgedRowBackWhenPostgresIsKilled() {
        try (var data = DataDirectory.open(directory);
                var database = DurableDatabase.start(data)) {
            var owner = DurableDatabase.owner(database);
            owner.sql("create table kept (id int)").update();
            IntStream.range(0, 200)
                    .forEach(id -> owner.sql("insert into kept values (?)").param(id).update());
            var killed = database.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(30, SECONDS)
                    .ignoreExceptionsMatching(DataAccessException.class::isInstance)
                    .until(() -> count(database) == 200 && database.pid() != killed);
        }
    }

    /** What a machine that falls over would show, and a process that is killed does not. */
    @Test
    void waitsForTheDiskWithEveryCommit() {
        try (var data = DataDirectory.open(directory);
                var database = DurableDatabase.start(data)) {
            for (var setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                var value = DurableDatabase.owner(database).sql("show " + setting);
                assertThat(value.query(String.class).single()).as(setting).isEqualTo("on");
            }
        }
    }

    private static int count(EmbeddedDatabase database) {
        return count(DurableDatabase.owner(database));
    }

    private static int count(JdbcClient owner) {
        return owner.sql("select count(*) from kept").query(Integer.class).single();
    }

    @Test
    void takesOverWhatAKilledServerLeftRunning() throws Exception {
        var other = DurableDatabase.inAnotherJvm(directory);
        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContaining("process " + other.pid());

        other.destroyForcibly().waitFor();
        var orphan = PidFile.in(directory.resolve("postgres/data")).orElseThrow();
        assertThat(orphan.namesLivingProcess()).isTrue();

        try (var data = DataDirectory.open(directory);
                var database = DurableDatabase.start(data)) {
            assertThat(database.pid()).isNotEqualTo(orphan.pid());
            assertThat(count(database)).isEqualTo(3);
        }
    }

    @Test
    void isFoundByACommandWhileAServerRunsItAndOnlyThen() throws Exception {
        assertThat(EmbeddedDatabase.running(directory)).isEmpty();
        var other = DurableDatabase.inAnotherJvm(directory);
        var beside = DurableDatabase.owner(EmbeddedDatabase.running(directory).orElseThrow());
        assertThat(count(beside)).isEqualTo(3);
        other.destroyForcibly().waitFor();
        assertThat(EmbeddedDatabase.running(directory)).isEmpty();
        try (var data = DataDirectory.open(directory);
                var database = DurableDatabase.start(data)) {
            assertThat(count(database)).isEqualTo(3);
        }
    }

    @Test
    void keepsItsAddressAndPasswordsFromStartToStart() {
        try (var data = DataDirectory.open(directory)) {
            var first = DurableDatabase.start(data);
            first.close();
            try (var second = DurableDatabase.start(data)) {
                assertThat(second.doors()).isEqualTo(first.doors());
            }
        }
    }

    @Test
    void startsBesideAProcessThatTookTheOldNumber() throws IOException {
        try (var data = DataDirectory.open(directory)) {
            DurableDatabase.start(data).close();
            var ours = ProcessHandle.current().pid();
            var stale = directory.resolve("postgres/data/postmaster.pid");
            Files.writeString(stale, ours + "\n" + directory + "\n0\n5432\n\n\n\nready\n");

            try (var database = DurableDatabase.start(data)) {
                assertThat(database.pid()).isNotEqualTo(ours);
            }
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws IOException {
        try (var data = DataDirectory.open(directory)) {
            DurableDatabase.start(data).close();
            Files.writeString(directory.resolve("postgres/data/PG_VERSION"), "19\n");

            assertThatThrownBy(() -> DurableDatabase.start(data))
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("written by PostgreSQL 19");
        }
    }

    @Test
    void foldsAndFindsHebrew() {
        var owner = DurableDatabase.owner(ThrowAwayDatabase.server());

        assertThat(owner.sql("select 'שלום עולם' ilike '%עולם%'").query(Boolean.class).single())
                .isTrue();
        assertThat(owner.sql("select lower('ÀÉ')").query(String.class).single()).isEqualTo("àé");
    }

    @Test
    void runsAsNobodyWhereRootHasNoUserNamespace() {
        assumeTrue(new UnixSystem().getUid() == 0);
        try (var data = DataDirectory.open(directory);
                var database =
                        EmbeddedDatabase.start(
                                data,
                                directory.resolve("postgres"),
                                Identity.NOBODY,
                                PostgresSettings.DURABLE)) {
            assertThat(
                            DurableDatabase.owner(database)
                                    .sql("select 1")
                                    .query(Integer.class)
                                    .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void saysWhatNobodyMayNotPassThrough() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0);
        var closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        try (var data = DataDirectory.open(closed.resolve("data"))) {
            assertThatThrownBy(() ->
                            EmbeddedDatabase.start(
                                    data,
                                    DurableDatabase.PROGRAMS,
                                    Identity.NOBODY,
                                    PostgresSettings.DURABLE))
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("may not pass through " + closed);
        }
    }
}
