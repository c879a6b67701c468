package io.moked.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Faults that are kept as patches must still fit the product. */
class PlantedTest {

    @Test
    void everyPlantedFaultStillFits() throws Exception {
        try (var patches = Files.list(Path.of("planted"))) {
            for (var patch : patches.sorted().toList()) {
                var git =
                        new ProcessBuilder("git", "apply", "--check", "bench/" + patch)
                                .directory(Path.of("..").toFile())
                                .redirectErrorStream(true)
                                .start();
                var said = new String(git.getInputStream().readAllBytes());

                assertThat(git.waitFor()).as("%s: %s", patch, said).isZero();
            }
        }
    }
}
