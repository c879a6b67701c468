package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Media;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches media that a message only links to. */
final class Links {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(PATIENCE)
                    .build();

    private final MediaStore media;

    Links(MediaStore media) {
        this.media = media;
    }

    /** Gives a linked medium its id; whether the message can travel on. */
    boolean resolve(Entry entry) {
        JsonNode header = entry.content().path("interactive").path("header");
        return resolve(entry.content()) && resolve(header);
    }

    private boolean resolve(JsonNode carrier) {
        String type = Json.text(carrier, "type");
        if (!(carrier.path(type) instanceof ObjectNode part) || !part.hasNonNull("link")) {
            return true;
        }
        try {
            part.put("id", fetch(URI.create(Json.text(part, "link")), type).id());
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Media fetch(URI link, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(link).timeout(PATIENCE).build();
        HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream content = response.body()) {
            String mimeType = response.headers().firstValue("Content-Type").orElse("");
            Media kept = media.keep(content, mimeType, link.getPath(), MediaStore.UPLOADED);
            boolean fits =
                    MediaType.of(mimeType).filter(known -> known.takes(kept.size())).isPresent();
            if (response.statusCode() != 200 || !fits || !kept.belongsTo(type)) {
                media.remove(kept);
                throw new IOException("Not usable as " + type);
            }
            return kept;
        }
    }
}
