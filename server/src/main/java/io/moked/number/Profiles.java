package io.moked.number;

import static io.moked.graph.Json.text;
import static java.util.Objects.requireNonNullElse;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.graph.GraphClient;
import io.moked.kernel.Invalid;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people see of a business in WhatsApp (Cloud API, "Business profiles"); Meta keeps it. */
@Component
public class Profiles {

    private static final String FIELDS =
            "about,address,description,email,profile_picture_url,websites,vertical";

    /** What a business may say it does; Meta's words. */
    private static final Set<String> VERTICALS =
            Set.of(
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

    private final Channels channels;
    private final GraphClient graph;
    private final JsonMapper json;

    Profiles(Channels channels, GraphClient graph, JsonMapper json) {
        this.channels = channels;
        this.graph = graph;
        this.json = json;
    }

    /**
     * A profile; nothing where nothing is said.
     *
     * @param about one line below the name, at most 139 characters
     * @param vertical what the business does, in Meta's word
     * @param websites at most two
     */
    public record Profile(
            String about,
            String address,
            String description,
            String email,
            String vertical,
            List<String> websites,
            @Nullable String picture) {}

    public Profile read(ChannelId id) {
        var speaker = channels.credentials(id);
        var path = speaker.externalId() + "/whatsapp_business_profile?fields=" + FIELDS;
        var told = Question.insist(() -> graph.get(speaker, path)).body().path("data").path(0);
        return new Profile(
                word(told, "about"),
                word(told, "address"),
                word(told, "description"),
                word(told, "email"),
                word(told, "vertical"),
                told.path("websites").valueStream().map(it -> it.asString("")).toList(),
                text(told, "profile_picture_url"));
    }

    private static String word(JsonNode told, String field) {
        return requireNonNullElse(text(told, field), "");
    }

    /**
     * Writes all of it but the picture. Meta takes no empty line about the business, and no address
     * of mail that is none; one that was never there is left out.
     */
    public void write(ChannelId id, Profile profile) {
        check(profile);
        var speaker = channels.credentials(id);
        var body = json.createObjectNode().put("messaging_product", "whatsapp");
        if (!profile.about().isBlank()) {
            body.put("about", profile.about());
        }
        body.put("address", profile.address()).put("description", profile.description());
        if (!profile.email().equals(read(id).email())) {
            body.put("email", profile.email());
        }
        if (!profile.vertical().isEmpty()) {
            body.put("vertical", profile.vertical());
        }
        profile.websites().forEach(body.putArray("websites")::add);
        Question.insist(() -> graph.post(speaker, "whatsapp_business_profile", body));
    }

    /**
     * Shows another picture; the rest of the profile stays (Cloud API, "Business profiles": {@code
     * profile_picture_handle}).
     */
    public void show(ChannelId id, byte[] picture) {
        var type = typeOf(picture);
        var speaker = channels.credentials(id);
        var told =
                Question.insist(() ->
                        graph.uploadExample(
                                speaker,
                                graph.appOf(speaker),
                                type,
                                picture.length,
                                new ByteArrayInputStream(picture)));
        var body =
                json.createObjectNode()
                        .put("messaging_product", "whatsapp")
                        .put("profile_picture_handle", word(told.body(), "h"));
        Question.insist(() -> graph.post(speaker, "whatsapp_business_profile", body));
    }

    /** By how it begins, whatever it is called. */
    private static String typeOf(byte[] picture) {
        var beginning = HexFormat.of().formatHex(picture, 0, Math.min(4, picture.length));
        if (beginning.startsWith("ffd8ff")) {
            return "image/jpeg";
        }
        if (beginning.equals("89504e47")) {
            return "image/png";
        }
        throw new Invalid("file", "wrong-type");
    }

    private static void check(Profile profile) {
        if (!profile.vertical().isEmpty() && !VERTICALS.contains(profile.vertical())) {
            throw new Invalid("vertical", "unknown-value");
        }
        if (!profile.websites().stream().allMatch(Profiles::isWebsite)) {
            throw new Invalid("websites", "unknown-value");
        }
    }

    private static boolean isWebsite(String written) {
        try {
            var address = URI.create(written);
            return address.getHost() != null
                    && Set.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
