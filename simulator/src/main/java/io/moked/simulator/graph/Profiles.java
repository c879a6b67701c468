package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /{phone-number-id}/whatsapp_business_profile}: what people see of a business. */
final class Profiles {

    private static final int LONGEST_WEBSITE = 256;
    private static final Map<String, Integer> LONGEST =
            Map.of("about", 139, "address", 256, "description", 256, "email", 128);
    private static final List<String> VERTICALS =
            List.of(
                    "OTHER",
                    "AUTO",
                    "BEAUTY",
                    "APPAREL",
                    "EDU",
                    "ENTERTAIN",
                    "EVENT_PLAN",
                    "FINANCE",
                    "GROCERY",
                    "GOVT",
                    "HOTEL",
                    "HEALTH",
                    "NONPROFIT",
                    "PROF_SERVICES",
                    "RETAIL",
                    "TRAVEL",
                    "RESTAURANT",
                    "ALCOHOL",
                    "ONLINE_GAMBLING",
                    "PHYSICAL_GAMBLING",
                    "OTC_DRUGS",
                    "MATRIMONY_SERVICE");
    private static final List<String> KNOWN =
            List.of("about", "address", "description", "email", "websites", "vertical");

    private final World world;
    private final Uploads uploads;

    Profiles(World world, Uploads uploads) {
        this.world = world;
        this.uploads = uploads;
    }

    Answer get(Request request) {
        ObjectNode profile = Nodes.only(number(request).profile(), request);
        ObjectNode answer = Json.object();
        answer.putArray("data").add(profile.put("messaging_product", "whatsapp"));
        return Answer.json(answer);
    }

    Answer change(Request request) throws IOException {
        NumberState number = number(request);
        ObjectNode body = request.object();
        check(body);
        ObjectNode changes = Json.object();
        KNOWN.stream().filter(body::has).forEach(one -> changes.set(one, body.path(one)));
        String handle = Json.text(body, "profile_picture_handle");
        if (!handle.isEmpty()) {
            if (!uploads.holds(handle)) {
                throw GraphError.parameter("The profile picture handle is invalid or expired");
            }
            changes.put("profile_picture_url", "https://pps.whatsapp.net/v/" + handle.hashCode());
        }
        number.changeProfile(changes);
        return Answer.SUCCESS;
    }

    private static void check(ObjectNode body) {
        if (!Json.text(body, "messaging_product").equals("whatsapp")) {
            throw GraphError.parameter("messaging_product must be 'whatsapp'.");
        }
        if (body.has("about") && Json.text(body, "about").isEmpty()) {
            throw GraphError.parameter("about must not be empty.");
        }
        LONGEST.forEach((field, most) -> {
            if (Json.text(body, field).length() > most) {
                throw GraphError.parameter(
                        "Param " + field + " must be at most " + most + " characters long.");
            }
        });
        if (body.has("email") && !Json.text(body, "email").contains("@")) {
            throw GraphError.parameter("email must be a valid email address");
        }
        if (body.has("vertical") && !VERTICALS.contains(Json.text(body, "vertical"))) {
            throw GraphError.parameter("vertical must be one of " + VERTICALS);
        }
        websites(body.path("websites"));
    }

    private static void websites(JsonNode websites) {
        boolean fit =
                websites.valueStream()
                        .map(one -> one.asString(""))
                        .allMatch(one ->
                                one.matches("https?://.+") && one.length() <= LONGEST_WEBSITE);
        if (websites.size() > 2 || !fit) {
            throw GraphError.parameter(
                    "websites must be at most two addresses of at most 256 characters.");
        }
    }

    private NumberState number(Request request) {
        String id = request.variable("id");
        return world.state(world.line(id).orElseThrow(() -> GraphError.unknownObject(id)));
    }
}
