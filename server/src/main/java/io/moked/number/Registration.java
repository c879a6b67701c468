package io.moked.number;

import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.graph.GraphClient;
import io.moked.kernel.Invalid;
import io.moked.sending.Outbox;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a number needs before it may send: its owner proves that it is theirs by a code, and
 * registers it with a PIN that nobody else knows (Cloud API, "Business phone numbers", "Two-step
 * verification"). Meta keeps the PIN, we do not. It allows ten of these calls in three days.
 */
@Component
public class Registration {

    private final Channels channels;
    private final GraphClient graph;
    private final Outbox outbox;
    private final JsonMapper json;

    Registration(Channels channels, GraphClient graph, Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.channels = channels;
        this.graph = graph;
        this.json = json;
    }

    /** How Meta tells the code. */
    public enum Way {
        SMS,
        VOICE
    }

    /**
     * Lets Meta tell the number's owner a code.
     *
     * @param language that the code is told in, such as {@code he_IL} or {@code en_US}
     */
    public void askForCode(ChannelId id, Way way, String language) {
        post(id, "request_code", Map.of("code_method", way.name(), "language", language));
    }

    public void proveCode(ChannelId id, String code) {
        post(id, "verify_code", Map.of("code", digits(code, "code")));
    }

    /** Lets the number send; the PIN is set by this, or has to be the one that is set. */
    public void register(ChannelId id, String pin) {
        post(id, "register", Map.of("messaging_product", "whatsapp", "pin", digits(pin, "pin")));
        outbox.mended(id);
    }

    public void changePin(ChannelId id, String pin) {
        post(id, "", Map.of("pin", digits(pin, "pin")));
    }

    private static String digits(String written, String field) {
        var digits = written.strip().replace("-", "").replace(" ", "");
        if (!digits.matches("[0-9]{6}")) {
            throw new Invalid(field, "unknown-value");
        }
        return digits;
    }

    private void post(ChannelId id, String path, Map<String, String> body) {
        var speaker = channels.credentials(id);
        Question.insist(() -> graph.post(speaker, path, json.valueToTree(body)));
    }
}
