package io.moked.bench.crash;

import static java.util.stream.Collectors.toSet;

import io.moked.bench.proof.Shown;
import io.moked.bench.proof.Shown.Item;
import io.moked.bench.proof.Shown.Kind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads everything that a business is shown, through the API. */
record Look(List<Office> offices, Replies replies) {

    List<Shown> atEverything() throws IOException, InterruptedException {
        var threads = new ArrayList<Shown>();
        for (var office : offices) {
            for (var conversation : office.all("/conversations")) {
                if (Lab.isOfALab(conversation)) {
                    var phone = conversation.path("contact").path("phone").asString();
                    threads.add(thread(office, conversation, phone.substring(1)));
                }
            }
        }
        return threads;
    }

    private Shown thread(Office office, JsonNode conversation, String phone)
            throws IOException, InterruptedException {
        var id = conversation.path("id").asString();
        var items = new ArrayList<Item>();
        for (var item : office.all("/conversations/" + id + "/timeline")) {
            items.addFirst(item(item));
        }
        items.stream()
                .filter(item -> item.kind() == Kind.OUTBOUND)
                .forEach(item -> replies.saw(office.number(), item.id(), item.status()));
        return new Shown(
                office.number(),
                id,
                phone,
                conversation.path("status").asString().equals("resolved"),
                conversation.path("assignee").path("id").asString(""),
                conversation.path("labels").valueStream().map(JsonNode::asString).collect(toSet()),
                List.copyOf(items));
    }

    /** Reads every file that is said to be ready; by its id, the digest of it. */
    Map<String, String> intoFiles(List<Shown> threads) throws InterruptedException {
        var read = new HashMap<String, String>();
        for (var thread : threads) {
            for (var item : thread.items()) {
                var file = item.file();
                if (file != null && file.state().equals("ready")) {
                    read.put(file.id(), office(thread.number()).digest("/media/" + file.id()));
                }
            }
        }
        return read;
    }

    private Office office(String number) {
        return offices.stream().filter(it -> it.number().equals(number)).findFirst().orElseThrow();
    }

    private static Item item(JsonNode item) {
        var kind = item.path("kind").asString();
        var what = item.path(kind);
        var content = what.path("content");
        return new Item(
                switch (kind) {
                    case "message" ->
                            what.path("direction").asString().equals("inbound")
                                    ? Kind.INBOUND
                                    : Kind.OUTBOUND;
                    case "note" -> Kind.NOTE;
                    default -> Kind.EVENT;
                },
                what.path("id").asString(),
                what.path("clientId").asString(""),
                kind.equals("note")
                        ? what.path("body").asString("")
                        : content.path("body").asString(content.path("caption").asString("")),
                what.path("status").asString(""),
                Instant.parse(item.path("at").asString()),
                file(content.path("media")));
    }

    private static Shown.@Nullable File file(JsonNode file) {
        return file.isObject()
                ? new Shown.File(file.path("id").asString(), file.path("state").asString())
                : null;
    }
}
