package io.moked;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.system.ApplicationHome;

/** Where the simulator's jar is: as told, beside ours, or where a build leaves it. */
final class SimulatorJar {

    private static final String NAME = "moked-simulator.jar";

    private SimulatorJar() {}

    static Path find(@Nullable Path told) {
        var ours = new ApplicationHome(Moked.class).getDir().toPath();
        var usual =
                Stream.of(ours.resolve(NAME), ours.resolve("../../simulator/target").resolve(NAME));
        return (told == null ? usual : Stream.of(told))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () -> new StartRefused(NAME + " was not found: name it with --simulator."));
    }
}
