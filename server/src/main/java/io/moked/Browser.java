package io.moked;

import java.io.IOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a page in front of the person at this machine, if there is one. */
final class Browser {

    private static final Logger log = LoggerFactory.getLogger(Browser.class);

    private Browser() {}

    static void open(String address) {
        var mac = System.getProperty("os.name").startsWith("Mac");
        var screen = mac || Stream.of("DISPLAY", "WAYLAND_DISPLAY").anyMatch(Browser::isSet);
        if (!screen || isSet("CI")) {
            return;
        }
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", address)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            log.debug("No browser to open", e);
        }
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
