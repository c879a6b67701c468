package io.moked.number;

import static io.moked.graph.Json.text;
import static java.util.Objects.requireNonNullElse;

import io.moked.graph.Change;
import io.moked.graph.ChangeReader;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads how far the past of a number has been told (Cloud API, "history webhook reference"): its
 * parts come in any order, and the business may have declined to share it.
 */
@Component
class HistoryReader implements ChangeReader {

    private static final String FIELD = "history";

    private final News news;

    HistoryReader(News news) {
        this.news = news;
    }

    @Override
    public Set<String> fields() {
        return Set.of(FIELD);
    }

    @Override
    public void read(Change change) {
        var parts = change.value().path(FIELD);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("A past without any part");
        }
        var phone =
                News.digits(
                        change.value().path("metadata").path("display_phone_number").asString(""));
        for (var part : parts) {
            keep(change, phone, part);
        }
    }

    private void keep(Change change, String phone, JsonNode part) {
        var error = part.path("errors").path(0);
        var declined = text(error, "code");
        if (declined != null) {
            var told =
                    new News.Told(
                            FIELD,
                            declined,
                            Map.of("title", requireNonNullElse(text(error, "title"), "")),
                            change.at(),
                            change.receivedAt());
            news.keepFurther(change.account(), phone, FIELD, 0, told);
            return;
        }
        int progress = Math.clamp(part.path("metadata").path("progress").asInt(0), 0, 100);
        var told =
                new News.Told(
                        FIELD,
                        progress == 100 ? "COMPLETE" : "IN_PROGRESS",
                        Map.of("progress", Integer.toString(progress)),
                        change.at(),
                        change.receivedAt());
        news.keepFurther(change.account(), phone, FIELD, progress, told);
    }
}
