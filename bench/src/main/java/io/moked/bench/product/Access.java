package io.moked.bench.product;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Where the product listens and what opens its doors, as {@code demo.json} says. */
public record Access(String api, URI webhook, byte[] appSecret, List<Line> lines) {

    /** A connected number of a business. */
    public record Line(String waba, String phoneNumberId, String displayNumber, String apiToken) {}

    public static Access read(Path file) throws IOException {
        var demo = JsonMapper.shared().readTree(Files.readAllBytes(file));
        var lines = new ArrayList<Line>();
        for (var tenant : demo.path("tenants")) {
            for (var channel : tenant.path("channels")) {
                lines.add(
                        new Line(
                                tenant.path("wabaId").asString(),
                                channel.path("phoneNumberId").asString(),
                                channel.path("displayPhoneNumber").asString(),
                                tenant.path("apiToken").asString()));
            }
        }
        return new Access(
                demo.path("api").asString(),
                URI.create(demo.path("webhook").asString()),
                demo.path("appSecret").asString().getBytes(StandardCharsets.UTF_8),
                List.copyOf(lines));
    }
}
