package io.moked.bench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a build has made, and how it is run: with the launcher's flags, as people run it. */
public record Packaged(Path server, Path simulator, List<String> serverFlags) {

    private static final List<String> SERVER_FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC");
    private static final List<String> SIMULATOR_FLAGS =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

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
        return new Packaged(server, Path.of("simulator/target/moked-simulator.jar"), SERVER_FLAGS);
    }

    /** With more memory than most need. */
    public Packaged withHeap(String size) {
        return new Packaged(server, simulator, List.of("-Xmx" + size, "-XX:+UseSerialGC"));
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
