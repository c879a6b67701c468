package io.moked.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    static final Path DATA = Path.of("/data");

    @Test
    void saysThatTheDiskIsFull() {
        assertThat(Explanation.of(DATA, "FATAL: could not write: No space left on device"))
                .hasMessage("The disk holding /data is full: free some room and start again.");
        assertThat(Explanation.of(DATA, new IOException("x: No space left on device")))
                .hasMessageContaining("is full");
        assertThat(Explanation.of("Failed: ", new SQLException("x: No space left on device")))
                .hasMessage(
                        "The disk holding the database is full: free some room and start again.");
    }

    @Test
    void saysThatPermissionIsMissing() {
        assertThat(Explanation.of(DATA, new AccessDeniedException("/data")))
                .hasMessage(
                        "Permission to write in /data is missing: grant it, or choose another data directory.");
        assertThat(Explanation.of(DATA, new IOException("/data: Operation not permitted")))
                .hasMessageContaining("Permission to write in /data is missing");
        assertThat(Explanation.of(DATA, "could not open file: Permission denied"))
                .hasMessageContaining("give the directory");
    }

    @Test
    void saysThatNothingCanBeWritten() {
        assertThat(Explanation.of(DATA, new IOException("/data: Read-only file system")))
                .hasMessage("/data may only be read here: choose another data directory.");
    }

    @Test
    void quotesWhatItDoesNotKnow() {
        assertThat(Explanation.of(DATA, "the moon is full"))
                .hasMessageEndingWith("it said: the moon is full");
        assertThat(Explanation.of("Failed: ", new SQLException("no such moon")))
                .hasMessage("Failed: no such moon");
    }
}
