package io.moked.simulator.traffic;

import io.moked.simulator.web.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** What people say in one language, dealt like cards: none comes back before all had their turn. */
final class Scripts {

    private static final TypeReference<List<List<List<JsonNode>>>> SCRIPTS =
            new TypeReference<>() {};

    private final List<List<List<JsonNode>>> all;
    private final Deque<List<List<JsonNode>>> deck = new ArrayDeque<>();
    private final Random random;

    private Scripts(List<List<List<JsonNode>>> all, Random random) {
        this.all = all;
        this.random = random;
    }

    static Scripts in(String language, Random random) {
        String path = "/traffic/" + language + ".json";
        try (InputStream file = Objects.requireNonNull(Scripts.class.getResourceAsStream(path))) {
            return new Scripts(Json.MAPPER.readValue(file, SCRIPTS), random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of turns, each a few things written in a row. */
    List<List<JsonNode>> deal() {
        if (deck.isEmpty()) {
            List<List<List<JsonNode>>> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, random);
            deck.addAll(shuffled);
        }
        return deck.remove();
    }
}
