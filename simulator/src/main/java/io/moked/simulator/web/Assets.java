package io.moked.simulator.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** The files of a page, from one folder of the program. */
public final class Assets {

    private static final Pattern NAME = Pattern.compile("[a-z-]+\\.[a-z]+");
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "svg", "image/svg+xml");

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
                    + " img-src 'self' data: blob:; media-src 'self' blob:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self' http://localhost:* http://127.0.0.1:*";

    private final String folder;

    private Assets(String folder) {
        this.folder = folder;
    }

    /** Serves the page of a folder at these paths, its files and those all pages share. */
    public static void addTo(Routes routes, String folder, String... paths) {
        var own = new Assets(folder);
        var shared = new Assets("page");
        for (String path : paths) {
            routes.on("GET", path, request -> own.asset("index.html"));
        }
        routes.on("GET", "/" + folder + "/{asset}", request -> own.asset(request.variable("asset")))
                .on("GET", "/page/{asset}", request -> shared.asset(request.variable("asset")));
    }

    private Answer asset(String name) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            throw Refusal.of(404, "Nothing here");
        }
        try (InputStream file = Assets.class.getResourceAsStream("/" + folder + "/" + name)) {
            if (file == null) {
                throw Refusal.of(404, "Nothing here");
            }
            return Answer.bytes(200, type, file.readAllBytes())
                    .with("Content-Security-Policy", POLICY)
                    .with("X-Content-Type-Options", "nosniff")
                    .with("Referrer-Policy", "no-referrer")
                    .with("Cache-Control", "no-cache");
        }
    }
}
