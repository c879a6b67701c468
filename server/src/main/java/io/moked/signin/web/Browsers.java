package io.moked.signin.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the kind of a browser and its system; the text itself, which tells people apart, is
 * dropped.
 */
final class Browsers {

    /** In this order: most claim to be those further down as well. */
    private static final List<Map.Entry<String, String>> BROWSERS =
            List.of(
                    Map.entry("Edg", "Edge"),
                    Map.entry("OPR/", "Opera"),
                    Map.entry("SamsungBrowser/", "Samsung Internet"),
                    Map.entry("Firefox/", "Firefox"),
                    Map.entry("FxiOS/", "Firefox"),
                    Map.entry("Chrome/", "Chrome"),
                    Map.entry("CriOS/", "Chrome"),
                    Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS =
            List.of(
                    Map.entry("iPhone", "iOS"),
                    Map.entry("iPad", "iOS"),
                    Map.entry("Android", "Android"),
                    Map.entry("CrOS", "ChromeOS"),
                    Map.entry("Windows", "Windows"),
                    Map.entry("Mac OS X", "macOS"),
                    Map.entry("Linux", "Linux"));

    private Browsers() {}

    static @Nullable String browser(@Nullable String userAgent) {
        return first(BROWSERS, userAgent);
    }

    static @Nullable String system(@Nullable String userAgent) {
        return first(SYSTEMS, userAgent);
    }

    private static @Nullable String first(
            List<Map.Entry<String, String>> kinds, @Nullable String userAgent) {
        return userAgent == null
                ? null
                : kinds.stream()
                        .filter(kind -> userAgent.contains(kind.getKey()))
                        .findFirst()
                        .map(Map.Entry::getValue)
                        .orElse(null);
    }
}
