package io.moked.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every field, message type and status that Meta documents, each with what must come of it. The
 * payloads stand in {@code webhooks} among the test's resources, written by us; somebody whose
 * phone is NUMBER there has the number of the case.
 */
@MokedTest
class PayloadsTest extends Journey {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(strings = {"messages", "statuses", "fields"})
    void ofEachComesWhatMust(String file) throws IOException {
        var cases = read(file);
        var came = new LinkedHashMap<JsonNode, WhatCame>();
        for (var one : cases) {
            var here = WhatCame.forANewNumber(server, business);
            came.put(one, here);
            assertThat(meta.post(delivery(file, one, here.number())))
                    .as(one.path("what").asString())
                    .isEqualTo(200);
        }
        await().until(() -> WhatCame.isAllWorkedThrough(server));
        var all = new SoftAssertions();
        came.forEach((one, here) -> {
            var comes = one.path("comes").valueStream().map(JsonNode::asString).toList();
            var what = one.path("what").asString();
            if (comes.equals(List.of("templates asked for"))) {
                all.assertThat(here.asksForTemplates()).as(what).isTrue();
                all.assertThat(here.all()).as(what).isEmpty();
            } else {
                all.assertThat(here.all()).as(what).containsExactlyInAnyOrderElementsOf(comes);
            }
        });
        all.assertAll();
    }

    private static JsonNode read(String file) throws IOException {
        try (var in = PayloadsTest.class.getResourceAsStream("/webhooks/" + file + ".json")) {
            return JSON.readTree(in);
        }
    }

    /** A message or a status stands alone in its change; anything else is a change itself. */
    static byte[] delivery(String file, JsonNode one, String number) {
        var root = JSON.createObjectNode().put("object", "whatsapp_business_account");
        var entry = root.putArray("entry").addObject().put("id", number);
        var change = entry.putArray("changes").addObject();
        var isField = file.equals("fields");
        change.put("field", isField ? one.path("field").asString() : "messages");
        var value = isField ? (ObjectNode) one.path("value").deepCopy() : JSON.createObjectNode();
        change.set("value", value);
        if (!isField || one.path("ofNumber").asBoolean(false)) {
            value.put("messaging_product", "whatsapp");
            value.putObject("metadata")
                    .put("display_phone_number", "15550100")
                    .put("phone_number_id", number);
        }
        if (!isField) {
            if (one.has("contacts")) {
                value.set("contacts", one.path("contacts"));
            }
            value.putArray(file).add(complete(file, one));
        }
        return JSON.writeValueAsString(root)
                .replace("NUMBER", number)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode complete(String file, JsonNode one) {
        var item = (ObjectNode) one.path("item").deepCopy();
        var usual =
                file.equals("messages")
                        ? Stream.of("id", "timestamp", "from")
                        : Stream.of("id", "timestamp");
        usual.filter(it -> !item.has(it) && !one.path("without").toString().contains(it))
                .forEach(it -> item.put(it, usual(it)));
        return item;
    }

    private static String usual(String field) {
        return switch (field) {
            case "id" -> Meta.newId();
            case "timestamp" -> Long.toString(Instant.now().getEpochSecond());
            default -> Meta.newPhone();
        };
    }
}
