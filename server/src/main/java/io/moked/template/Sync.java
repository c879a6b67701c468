package io.moked.template;

import static io.moked.graph.Json.storable;
import static io.moked.graph.Json.text;
import static java.util.Objects.requireNonNullElse;

import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import io.moked.template.TemplateStore.Told;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads all templates of an account from Meta, page by page. */
@Component
class Sync {

    private static final String FIELDS =
            "id,name,language,category,status,quality_score,rejected_reason,parameter_format,components";

    /** Accounts have 6,000 templates at most (Cloud API, "Template limits"); pages have 100. */
    private static final int MOST_PAGES = 100;

    private final GraphClient graph;
    private final Speakers speakers;

    Sync(GraphClient graph, Speakers speakers) {
        this.graph = graph;
        this.speakers = speakers;
    }

    /** Meta did not tell, and said why. */
    static final class Untold extends Exception {
        Untold(@Nullable String why) {
            super(why);
        }
    }

    List<Told> read(String account) throws IOException, InterruptedException, Untold {
        var told = new ArrayList<Told>();
        var after = Optional.of("");
        for (int page = 0; page < MOST_PAGES && after.isPresent(); page++) {
            var path =
                    "%s/message_templates?limit=100&fields=%s%s"
                            .formatted(account, FIELDS, after.get());
            var answer = speakers.ask(account, speaker -> graph.get(speaker, path));
            if (!answer.isGood() || !answer.body().path("data").isArray()) {
                throw new Untold(GraphErrors.words(answer));
            }
            answer.body().path("data").forEach(it -> read(it).ifPresent(told::add));
            after = next(answer.body().path("paging"));
        }
        return told;
    }

    /** A cursor without an address of the next page is that of the last. */
    private static Optional<String> next(JsonNode paging) {
        var after = paging.path("cursors").path("after").asString("");
        return paging.path("next").asString("").isEmpty() || !after.matches("[\\w=+/-]+")
                ? Optional.empty()
                : Optional.of("&after=" + after.replace("+", "%2B").replace("=", "%3D"));
    }

    /** What lacks a name or an id is nothing that could be sent. */
    static Optional<Told> read(JsonNode template) {
        var id = text(template, "id");
        var name = text(template, "name");
        var language = text(template, "language");
        if (id == null || name == null || language == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Told(
                        id,
                        name,
                        language,
                        word(template, "category"),
                        word(template, "status"),
                        text(template.path("quality_score"), "score"),
                        "NAMED".equalsIgnoreCase(text(template, "parameter_format")),
                        components(template.path("components")),
                        reason(text(template, "rejected_reason"))));
    }

    static String components(JsonNode components) {
        return components.isArray() ? storable(components.toString()).replace("\\u0000", "") : "[]";
    }

    private static String word(JsonNode template, String field) {
        return requireNonNullElse(text(template, field), "UNKNOWN").toUpperCase(Locale.ROOT);
    }

    static @Nullable String reason(@Nullable String told) {
        return "NONE".equals(told) ? null : told;
    }
}
