package io.moked.bench.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** The heap of a running JVM, seen through its own tool. */
public record Heap(long pid) {

    private static final Pattern USED =
            Pattern.compile("(?:generation|DefNew|Tenured|ZHeap)\\s.*?used (\\d+)([KM])");

    /** In bytes. */
    public long usedAfterCollection() throws IOException, InterruptedException {
        ask("GC.run");
        return used(ask("GC.heap_info"));
    }

    static long used(String info) {
        return USED.matcher(info)
                .results()
                .mapToLong(part ->
                        Long.parseLong(part.group(1)) << (part.group(2).equals("K") ? 10 : 20))
                .sum();
    }

    private String ask(String command) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process =
                new ProcessBuilder(jcmd, String.valueOf(pid), command)
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("The JVM does not tell of its heap: " + said);
        }
        return said;
    }
}
