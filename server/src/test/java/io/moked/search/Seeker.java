package io.moked.search;

import io.moked.Api;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Somebody who searches what was written. */
record Seeker(Api api) {

    /** What is found says, with what answers between brackets. */
    List<String> finds(String words, String... filters) {
        return hits(words, filters).stream().map(Seeker::told).toList();
    }

    List<JsonNode> hits(String words, String... filters) {
        return api.items(path(words, filters));
    }

    static String path(String words, String... filters) {
        var query = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        return Stream.concat(Stream.of("/search/messages" + query), Stream.of(filters))
                .collect(Collectors.joining("&"));
    }

    private static String told(JsonNode hit) {
        var files = Api.list(hit.path("files")).stream().map(it -> marked(it.path("name")) + ": ");
        return files.collect(Collectors.joining()) + marked(hit.path("excerpt"));
    }

    private static String marked(JsonNode excerpt) {
        return Api.list(excerpt.path("pieces")).stream()
                .map(it -> {
                    var text = it.path("text").asString();
                    return it.path("found").asBoolean() ? "[" + text + "]" : text;
                })
                .collect(Collectors.joining());
    }
}
