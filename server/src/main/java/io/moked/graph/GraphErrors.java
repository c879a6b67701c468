package io.moked.graph;

import io.moked.channel.SendOutcome;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Graph's error codes mean for a message (Cloud API, "Error codes"). */
public final class GraphErrors {

    /**
     * Codes by which Graph says that it has not taken the message and may do so later. Where it
     * says that it is out of service, a receipt has the time to tell otherwise first.
     */
    private static final Map<Integer, Duration> NOT_NOW =
            Map.of(
                    2, Duration.ofSeconds(20),
                    4, Duration.ofMinutes(1),
                    80007, Duration.ofMinutes(1),
                    130429, Duration.ofSeconds(1),
                    131016, Duration.ofSeconds(20),
                    131048, Duration.ofMinutes(5),
                    131056, Duration.ofSeconds(6),
                    131057, Duration.ofMinutes(1),
                    133004, Duration.ofSeconds(30),
                    2494100, Duration.ofMinutes(1));

    /**
     * "Unknown", "Something went wrong": whoever says so may have taken the message all the same.
     */
    private static final Set<Integer> UNSURE = Set.of(1, 131000);

    /** The token is dead, or may not do this; so do 200 to 299 say. */
    private static final Set<Integer> OF_THE_TOKEN = Set.of(3, 10, 190, 131005);

    /** The number is blocked, locked, without certificate or not registered, whatever it sends. */
    private static final Set<Integer> OF_THE_NUMBER = Set.of(368, 131031, 131045, 133010);

    /** Meta answers these with 500 as well: display name, payment. */
    private static final Set<Integer> FINAL_DESPITE_500 = Set.of(131037, 131042);

    private GraphErrors() {}

    public static SendOutcome ofSend(GraphClient.Answer answer) {
        var error = answer.body().path("error");
        int code = error.path("code").asInt(0);
        if (NOT_NOW.containsKey(code)) {
            return new SendOutcome.Retryable(Integer.toString(code), NOT_NOW.get(code));
        }
        if (isAboutTheToken(answer) || OF_THE_NUMBER.contains(code)) {
            return new SendOutcome.Halted(Integer.toString(code));
        }
        if (!error.isObject() || UNSURE.contains(code) || isPassing(answer.status(), error, code)) {
            return new SendOutcome.Unknown();
        }
        return new SendOutcome.Refused(Integer.toString(code), reason(error));
    }

    /** Whether another token might do what this one is refused. */
    public static boolean isAboutTheToken(GraphClient.Answer answer) {
        var error = answer.body().path("error");
        int code = error.path("code").asInt(0);
        boolean isPermission = code >= 200 && code <= 299;
        boolean isDead = code == 0 && answer.status() == 401 && error.isObject();
        return OF_THE_TOKEN.contains(code) || isPermission || isDead;
    }

    /** A fault of Meta's own that is not on the list; a number that is broken stays broken. */
    private static boolean isPassing(int status, JsonNode error, int code) {
        return error.path("is_transient").asBoolean(false)
                || status >= 500 && !FINAL_DESPITE_500.contains(code);
    }

    /** An upload sends nothing to anybody, so whatever is not a clear no is tried again. */
    public static SendOutcome ofUpload(GraphClient.Answer answer) {
        return switch (ofSend(answer)) {
            case SendOutcome.Refused refused -> refused;
            case SendOutcome.Halted halted -> halted;
            case SendOutcome.Accepted _, SendOutcome.Retryable _, SendOutcome.Unknown _ ->
                    new SendOutcome.Retryable("upload", Duration.ofSeconds(5));
        };
    }

    /** Meta's own words about what went wrong, if it said any. */
    public static @Nullable String words(GraphClient.Answer answer) {
        var error = answer.body().path("error");
        var told = error.isObject() ? error : answer.body().path("data").path("error");
        var words = reason(told);
        return words.isEmpty() ? null : words;
    }

    private static String reason(JsonNode error) {
        var details = error.path("error_data").path("details").asString("");
        return details.isEmpty() ? error.path("message").asString("") : details;
    }
}
