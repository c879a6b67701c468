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
        Files.createDirectories(DIRECTORY);
        return Files.write(
                DIRECTORY.resolve(name + "-" + TIME.format(now) + ".json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(paper));
    }
}
