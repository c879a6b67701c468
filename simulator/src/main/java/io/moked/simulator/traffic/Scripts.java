package io.moked.simulator.traffic;

import io.moked.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** What people say: each script is a list of turns, each turn a few things written in a row. */
final class Scripts {

    private static final TypeReference<List<List<List<JsonNode>>>> SCRIPTS =
            new TypeReference<>() {};

    private Scripts() {}

    static List<List<List<JsonNode>>> in(String language) {
        try (InputStream file =
                Objects.requireNonNull(
                        Scripts.class.getResourceAsStream("/traffic/" + language + ".json"))) {
            return Json.MAPPER.readValue(file, SCRIPTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
