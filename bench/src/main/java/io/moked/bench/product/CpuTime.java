package io.moked.bench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the server and its PostgreSQL have computed so far, from Linux's process table. */
public record CpuTime(long server, long postmaster) {

    /** The unit of the table on every Linux that runs a JVM: a hundredth of a second. */
    private static final long MICROS_PER_TICK = 10_000;

    /** Where user and system time begin, counted behind the name, which may hold anything. */
    public static final int OWN = 11;

    public static final int OF_CHILDREN = 13;

    /** In microseconds. */
    public record Used(long server, long database) {

        public Used since(Used before) {
            return new Used(server - before.server, database - before.database);
        }
    }

    public Used now() {
        long database = of(postmaster, OWN) + of(postmaster, OF_CHILDREN);
        for (var backend : ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            database += of(backend.pid(), OWN);
        }
        return new Used(of(server, OWN), database);
    }

    /** What one process has computed, in microseconds. */
    public static long ofProcess(long pid) {
        return of(pid, OWN);
    }

    /** What one process holds in memory. */
    public static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static long of(long pid, int field) {
        return sum(stat(pid), field) * MICROS_PER_TICK;
    }

    public static long sum(String stat, int field) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[field]) + Long.parseLong(fields[field + 1]);
    }

    /** A process may end at any moment, also between opening its file and reading it. */
    private static String stat(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        } catch (IOException ended) {
            return ") S 0 0 0 0 0 0 0 0 0 0 0 0 0 0";
        }
    }
}
