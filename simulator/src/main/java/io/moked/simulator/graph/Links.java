package io.moked.simulator.graph;

import io.moked.simulator.web.Json;
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
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches media that a message only links to. */
final class Links {

    private static final Set<String> KINDS =
            Set.of("image", "video", "audio", "document", "sticker");
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

    /** Gives every linked medium its id, wherever it stands; whether the message can travel on. */
    boolean resolve(JsonNode content) {
        boolean found = true;
        for (var part : content.properties()) {
            if (KINDS.contains(part.getKey()) && part.getValue() instanceof ObjectNode medium) {
                found &= resolve(medium, part.getKey());
            }
        }
        for (JsonNode child : content) {
            found &= resolve(child);
        }
        return found;
    }

    private boolean resolve(ObjectNode medium, String type) {
        if (!medium.hasNonNull("link") || medium.hasNonNull("id")) {
            return true;
        }
        try {
            medium.put("id", fetch(URI.create(Json.text(medium, "link")), type).id());
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
            if (response.statusCode() != 200
                    || !fits
                    || !kept.belongsTo(type)
                    || media.fault(kept, type, false).isPresent()) {
                media.remove(kept);
                throw new IOException("Not usable as " + type);
            }
            return kept;
        }
    }
}
