package io.moked.bench.fault;

import java.util.HashMap;
import java.util.Map;

/** Something that is wrong at Meta with one number. */
enum MetaTrouble {
    SLOW("answers after 10 s", Map.of("slowMs", 10_000)),
    DOWN("answers 503", Map.of("serverError", Map.of("next", always(), "status", 503))),
    HANGS_UP("hangs up before the request", Map.of("resetBefore", Map.of("next", always()))),
    LOSES_ANSWERS("hangs up after the request", Map.of("lostAnswer", Map.of("next", always())));

    private final String title;
    private final Map<String, ?> faults;

    MetaTrouble(String title, Map<String, ?> faults) {
        this.title = title;
        this.faults = faults;
    }

    private static int always() {
        return 1_000_000;
    }

    String title() {
        return title;
    }

    Map<String, ?> with(String number) {
        var all = new HashMap<String, Object>(faults);
        all.put("phoneNumberId", number);
        return all;
    }
}
