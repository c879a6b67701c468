package io.moked.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    static final Path DATA = Path.of("/data");

    @Test
    void saysThatTheDiskIsFull() {
        assertThat(Explanation.of(DATA, "FATAL: could not write: No space left on device"))
                .hasMessage("The disk holding /data is full: free some room and start again.");
        assertThat(Explanation.of(DATA, new IOException("x: No space left on device")))
                .hasMessageContaining("is full");
    }

    @Test
    void saysThatPermissionIsMissing() {
        assertThat(Explanation.of(DATA, new AccessDeniedException("/data")))
                .hasMessageContaining("give the directory");
    }

    @Test
    void quotesWhatItDoesNotKnow() {
        assertThat(Explanation.of(DATA, "the moon is full"))
                .hasMessageEndingWith("it said: the moon is full");
    }
}
