package io.moked.bench.measure;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/** A result with the circumstances it was found in. */
public record Paper(String name, Settings settings, Result result) {

    private static final Path DIRECTORY = Path.of("bench", "results");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    public void publish(PrintStream out) throws IOException {
        result.rows().forEach(row -> out.printf("  %-32s %s%n", row.name(), row.figure()));
        out.println("  written to " + write());
    }

    private Path write() throws IOException {
        var now = Instant.now();
        var machine = ManagementFactory.getOperatingSystemMXBean();
        var paper = new LinkedHashMap<String, Object>();
        paper.put("benchmark", name);
        paper.put("at", now.toString());
        paper.put("processors", machine.getAvailableProcessors());
        paper.put("load", machine.getSystemLoadAverage());
        paper.put("java", System.getProperty("java.vm.version"));
        paper.put("settings", settings);
        paper.put("result", result);
        return Files.write(
                file(name, "json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(paper));
    }

    /** A file that is named after what is measured and the time. */
    public static Path file(String name, String extension) throws IOException {
        Files.createDirectories(DIRECTORY);
        return DIRECTORY.resolve(name + "-" + TIME.format(Instant.now()) + "." + extension);
    }
}
