package io.moked.simulator.control;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Refusal;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes;
import io.moked.simulator.web.Upload;
import io.moked.simulator.world.Chat;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.Entry;
import io.moked.simulator.world.Media;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.MediaType;
import io.moked.simulator.world.Setup.Customer;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import io.moked.simulator.world.WorldClock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lets a test, a demo or the phone page act as a customer and see that person's phone. */
public final class Customers {

    private final World world;
    private final Chats chats;
    private final Phones phones;
    private final MediaStore media;
    private final WorldClock clock;

    public Customers(World world, Chats chats, Phones phones, MediaStore media, WorldClock clock) {
        this.world = world;
        this.chats = chats;
        this.phones = phones;
        this.media = media;
        this.clock = clock;
    }

    public void addTo(Routes routes) {
        String chat = "/simulator/customers/{waId}/chats/{phoneNumberId}";
        routes.on("POST", "/simulator/customers/{waId}/messages", this::write)
                .on("POST", chat + "/media", this::writeMedia)
                .on("GET", chat, this::show)
                .on("POST", chat + "/album", this::writeAlbum)
                .on("POST", chat + "/read", this::read)
                .on("POST", chat + "/marketing", this::preferMarketing)
                .on("POST", chat + "/standby", this::standBy)
                .on("POST", chat + "/messages/{wamid}/edit", this::edit)
                .on("POST", chat + "/messages/{wamid}/revoke", this::revoke)
                .on("POST", chat + "/messages/{wamid}/played", this::play)
                .on("GET", "/simulator/media/{id}", this::file);
    }

    /** One message, or an array of them typed one right after the other. */
    private Answer write(Request request) throws IOException {
        JsonNode body = request.json();
        if (!(body instanceof ArrayNode burst)) {
            return Answer.json(201, named(phones.write(chat(request, body), body.asObject())));
        }
        ArrayNode written = Json.array();
        burst.forEach(one -> written.add(named(phones.write(chat(request, one), one.asObject()))));
        return Answer.json(201, written);
    }

    /** Several pictures chosen together. */
    private Answer writeAlbum(Request request) throws IOException {
        List<ObjectNode> album = request.json().valueStream().map(JsonNode::asObject).toList();
        ArrayNode written = Json.array();
        phones.writeAtOnce(chat(request), album).forEach(entry -> written.add(named(entry)));
        return Answer.json(201, written);
    }

    private Chat chat(Request request, JsonNode message) {
        String to = Json.text(message, "to");
        message.asObject().remove("to");
        return chat(request.variable("waId"), to);
    }

    private static ObjectNode named(Entry entry) {
        return Json.object().put("wamid", entry.wamid());
    }

    private Answer writeMedia(Request request) throws IOException {
        try (Upload upload = Upload.of(request)) {
            Upload.Sent file = upload.file();
            MediaType type =
                    MediaType.of(file.mimeType())
                            .orElseThrow(() -> Refusal.of(415, "Not a type WhatsApp takes"));
            Media kept =
                    media.keep(file.content(), file.mimeType(), file.name(), MediaStore.RECEIVED);
            ObjectNode message = phones.carrying(kept, type, upload.field("caption"));
            return Answer.json(
                    201, Json.object().put("wamid", phones.write(chat(request), message).wamid()));
        }
    }

    private Answer show(Request request) {
        Chat chat = chat(request);
        return Answer.json(
                Map.of("windowOpen", chat.windowOpen(clock.now()), "entries", chat.shown()));
    }

    private Answer read(Request request) {
        phones.read(chat(request));
        return Answer.NOTHING;
    }

    private Answer preferMarketing(Request request) throws IOException {
        phones.preferMarketing(chat(request), !Json.text(request.object(), "value").equals("stop"));
        return Answer.NOTHING;
    }

    private Answer standBy(Request request) throws IOException {
        chat(request).standBy(request.object().path("on").asBoolean(true));
        return Answer.NOTHING;
    }

    private Answer edit(Request request) throws IOException {
        phones.edit(chat(request), request.variable("wamid"), request.object());
        return Answer.NOTHING;
    }

    private Answer revoke(Request request) {
        phones.revoke(chat(request), request.variable("wamid"));
        return Answer.NOTHING;
    }

    private Answer play(Request request) {
        phones.play(chat(request), request.variable("wamid"));
        return Answer.NOTHING;
    }

    private Answer file(Request request) {
        return media.find(request.variable("id"))
                .map(one ->
                        Answer.file(media.file(one), one.mimeType())
                                .with("X-Content-Type-Options", "nosniff"))
                .orElseThrow(() -> Refusal.of(404, "No such file"));
    }

    private Chat chat(Request request) {
        return chat(request.variable("waId"), request.variable("phoneNumberId"));
    }

    private Chat chat(String waId, String phoneNumberId) {
        Customer customer =
                world.customer(waId)
                        .orElseThrow(() -> Refusal.of(404, "No customer " + waId + " is set up"));
        Line line =
                world.line(phoneNumberId)
                        .orElseThrow(
                                () -> Refusal.of(404, "No number " + phoneNumberId + " is set up"));
        return chats.between(customer, line);
    }
}
