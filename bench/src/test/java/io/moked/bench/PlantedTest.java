package io.moked.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.bench.proof.Violation.Invariant;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Faults that are kept as patches must still fit the product, and say what they break. */
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

    @Test
    void everyPlantedFaultSaysWhatItBreaks() throws Exception {
        var promises = Stream.of(Invariant.values()).map(it -> "Breaks " + it).toList();
        try (var patches = Files.list(Path.of("planted"))) {
            for (var patch : patches.sorted().toList()) {
                assertThat(Files.readAllLines(patch))
                        .as("%s", patch)
                        .containsAnyElementsOf(promises);
            }
        }
    }
}
