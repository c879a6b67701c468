package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.moked.Business;
import io.moked.Journey;
import io.moked.MokedTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What other projects have Meta say, where their payloads lie beside this one: whatever comes,
 * something comes of it.
 */
@MokedTest
class ForeignPayloadsTest extends Journey {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PAYLOADS = Path.of("shared", "data", "webhooks");

    @Test
    void ofEachSomethingCame() throws IOException {
        var payloads = payloads();
        assumeThat(payloads).as("payloads of others").isNotEmpty();
        var came = new LinkedHashMap<Path, WhatCame>();
        for (var payload : payloads.entrySet()) {
            var here = WhatCame.forANewNumber(server, ownerOf(payload.getValue()));
            came.put(payload.getKey(), here);
            assertThat(meta.post(rewritten(payload.getValue(), here.number())))
                    .as(payload.getKey().toString())
                    .isEqualTo(200);
        }
        await().atMost(Duration.ofMinutes(3)).until(() -> WhatCame.isAllWorkedThrough(server));
        var all = new SoftAssertions();
        came.forEach((file, here) -> check(all, file, payloads.get(file), here));
        all.assertAll();
    }

    /** Its phone is many people's in these payloads, and here it has to be one person's. */
    private Business ownerOf(JsonNode payload) {
        return payload.toString().contains("customer_identity_changed")
                ? Business.create(server)
                : business;
    }

    private static void check(SoftAssertions all, Path file, JsonNode payload, WhatCame here) {
        var ids = new TreeSet<String>();
        var identities = new TreeSet<String>();
        for (var value : payload.findValues("value")) {
            value.path("statuses").forEach(it -> ids.add(it.path("id").asString("")));
            for (var preference : value.path("user_preferences")) {
                identities.add(
                        preference.path("user_id").asString(preference.path("wa_id").asString("")));
            }
            for (var message : value.path("messages")) {
                var system = message.path("system");
                var now = system.path("user_id").asString(system.path("wa_id").asString(""));
                if (now.isEmpty() && !system.isMissingNode()) {
                    now = message.path("from").asString("");
                }
                (now.isEmpty() ? ids : identities)
                        .add(now.isEmpty() ? message.path("id").asString("") : now);
            }
        }
        ids.remove("");
        identities.remove("");
        for (var id : ids) {
            all.assertThat(here.knows(id)).as("%s: %s", file, id).isTrue();
        }
        for (var identity : identities) {
            all.assertThat(here.knowsSomebodyAs(identity)).as("%s: %s", file, identity).isTrue();
        }
        if (ids.isEmpty() && identities.isEmpty()) {
            all.assertThat(!here.all().isEmpty() || here.asksForTemplates())
                    .as(file.toString())
                    .isTrue();
        }
    }

    /** For our number and an account of the same id, and otherwise as it is. */
    private static byte[] rewritten(JsonNode payload, String number) {
        var copy = payload.deepCopy();
        for (var metadata : copy.findParents("phone_number_id")) {
            ((ObjectNode) metadata).put("phone_number_id", number);
        }
        for (var entry : copy.path("entry")) {
            ((ObjectNode) entry).put("id", number);
        }
        return JSON.writeValueAsBytes(copy);
    }

    private static Map<Path, JsonNode> payloads() throws IOException {
        var folder = folder();
        if (folder.isEmpty()) {
            return Map.of();
        }
        var payloads = new LinkedHashMap<Path, JsonNode>();
        try (var files = Files.walk(folder.get())) {
            for (var file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                payloads.put(folder.get().relativize(file), JSON.readTree(file));
            }
        }
        return payloads;
    }

    /** Beside this project, or beside a folder that it is in. */
    private static Optional<Path> folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(it -> it.resolve(PAYLOADS))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
