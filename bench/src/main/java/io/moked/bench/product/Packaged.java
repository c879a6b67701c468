package io.moked.bench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a build has made, and how it is run: with the launcher's flags and the start-up cache, as
 * people run it.
 */
public record Packaged(Path server, Path simulator, List<String> serverFlags) {

    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final List<String> SIMULATOR_FLAGS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", ONE_COMPILER);

    /** The product of this directory, or, where nothing is said, of the build around us. */
    public static Packaged in(String directory) throws IOException {
        var places =
                directory.isEmpty()
                        ? Stream.of("server/target/app/moked.jar", "server/target/moked.jar")
                        : Stream.of(directory + "/moked.jar");
        var server =
                places.map(Path::of)
                        .filter(Files::exists)
                        .findFirst()
                        .orElseThrow(
                                () -> new IOException("Build the product first: ./moked build"));
        return new Packaged(
                server,
                Path.of("simulator/target/app/moked-simulator.jar"),
                flags("-Xmx256m", "-XX:+UseSerialGC", server));
    }

    /** With more memory than most need, and a collector that lets nobody wait for it. */
    public Packaged forManyConsoles() {
        return new Packaged(server, simulator, flags("-Xmx2g", "-XX:+UseZGC", server));
    }

    /** As the launcher runs a demo. */
    public Packaged withOneCompiler() {
        var flags = new ArrayList<>(serverFlags);
        flags.add(ONE_COMPILER);
        return new Packaged(server, simulator, List.copyOf(flags));
    }

    private static List<String> flags(String heap, String collector, Path server) {
        var flags = new ArrayList<>(List.of(heap, collector));
        var cache = server.resolveSibling("moked.aot");
        if (Files.exists(cache)) {
            flags.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off"));
        }
        return List.copyOf(flags);
    }

    List<String> serverCommand(String... arguments) {
        return command(serverFlags, server, arguments);
    }

    List<String> simulatorCommand(String... arguments) {
        return command(SIMULATOR_FLAGS, simulator, arguments);
    }

    private static List<String> command(List<String> flags, Path jar, String... arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(arguments));
        return command;
    }
}
