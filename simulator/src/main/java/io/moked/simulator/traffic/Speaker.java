package io.moked.simulator.traffic;

import io.moked.simulator.control.Phones;
import io.moked.simulator.web.Json;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts a line of a script into a message and sends it. */
final class Speaker {

    private final Phones phones;
    private final MediaStore media;

    Speaker(Phones phones, MediaStore media) {
        this.phones = phones;
        this.media = media;
    }

    void say(Talk talk, JsonNode line, RandomGenerator random) throws IOException {
        Chat chat = talk.chat();
        if (line.has("reaction")) {
            talk.answer().ifPresent(answer -> phones.write(chat, reaction(answer.wamid(), line)));
        } else if (line.has("picture")) {
            byte[] jpeg = new Drawings(random).jpeg(Json.text(line, "picture"));
            phones.write(chat, carrying(jpeg, "image/jpeg", "picture.jpg", MediaType.IMAGE, line));
        } else if (line.has("file")) {
            String name = Json.text(line, "file");
            byte[] pdf = Paper.pdf(name.replace(".pdf", "").replace('-', ' '));
            phones.write(chat, carrying(pdf, "application/pdf", name, MediaType.DOCUMENT, line));
        } else {
            ObjectNode text = Json.object().put("type", "text");
            text.putObject("text").put("body", line.asString(""));
            phones.write(chat, text);
        }
    }

    private static ObjectNode reaction(String wamid, JsonNode line) {
        ObjectNode message = Json.object().put("type", "reaction");
        message.putObject("reaction")
                .put("message_id", wamid)
                .put("emoji", Json.text(line, "reaction"));
        return message;
    }

    private ObjectNode carrying(
            byte[] file, String mimeType, String name, MediaType type, JsonNode line)
            throws IOException {
        var kept = media.keep(new ByteArrayInputStream(file), mimeType, name, MediaStore.RECEIVED);
        return phones.carrying(kept, type, Json.text(line, "caption"));
    }
}
