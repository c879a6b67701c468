package io.moked.number;

import static io.moked.graph.Json.text;

import io.moked.channel.Channels.Credentials;
import io.moked.graph.GraphClient;
import io.moked.graph.MetaSettings;
import io.moked.kernel.Invalid;
import io.moked.kernel.PublicUrl;
import io.moked.tenancy.Vault;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Meta's embedded signup: whoever owns a number says so in Meta's own window, which sends them back
 * with a code for a token (Cloud API, "Embedded signup"). No script of Meta's runs in the console;
 * the window is a page that comes back to ours (OAuth 2.0, RFC 6749, section 4.1).
 */
@Component
public class Signup {

    private static final Duration GRANT = Duration.ofMinutes(30);
    private static final String PLACE = "signup";

    private final GraphClient graph;
    private final MetaSettings settings;
    private final PublicUrl publicUrl;
    private final Vault vault;
    private final Clock clock;

    Signup(
            GraphClient graph,
            MetaSettings settings,
            PublicUrl publicUrl,
            Vault vault,
            Clock clock) {
        this.graph = graph;
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What came of a signup.
     *
     * @param grant the token, sealed for this business and half an hour
     * @param accounts the accounts that it reaches
     */
    public record Granted(String grant, List<String> accounts) {}

    /** Where Meta's window is, without the state; empty where this installation has no such app. */
    public Optional<URI> window() {
        if (settings.appId().isEmpty() || settings.signup().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                URI.create(
                        settings.dialog()
                                + "?client_id="
                                + encoded(settings.appId())
                                + "&config_id="
                                + encoded(settings.signup())
                                + "&response_type=code&override_default_response_type=true&redirect_uri="
                                + encoded(back())));
    }

    private String back() {
        return publicUrl.page("/settings/channels");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Changes a code, which is good for half a minute, into a token, and tells what it reaches. */
    public Granted exchange(String code) {
        var app = new Credentials(settings.appId(), settings.appId() + "|" + settings.secret());
        var path =
                "oauth/access_token?client_id="
                        + encoded(settings.appId())
                        + "&client_secret="
                        + encoded(settings.secret())
                        + "&redirect_uri="
                        + encoded(back())
                        + "&code="
                        + encoded(code);
        var token = text(Question.insist(() -> graph.get(app, path)).body(), "access_token");
        if (token == null) {
            throw new Refusals.MetaDeclined(null);
        }
        var speaker = new Credentials("", token);
        var look = "debug_token?input_token=" + encoded(token);
        var scopes =
                Question.insist(() -> graph.get(speaker, look))
                        .body()
                        .path("data")
                        .path("granular_scopes");
        var accounts =
                scopes.valueStream()
                        .filter(it -> it.path("scope").asString("").startsWith("whatsapp_business"))
                        .flatMap(it -> it.path("target_ids").valueStream())
                        .map(it -> it.asString(""))
                        .distinct()
                        .toList();
        return new Granted(sealed(token), accounts);
    }

    private String sealed(String token) {
        var until = clock.instant().plus(GRANT);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.seal(until.getEpochSecond() + " " + token, PLACE));
    }

    /**
     * The token of a grant.
     *
     * @throws Invalid where it is none of this business, or over
     */
    public String token(String grant) {
        try {
            var opened = vault.unseal(Base64.getUrlDecoder().decode(grant), PLACE).split(" ", 2);
            if (Instant.ofEpochSecond(Long.parseLong(opened[0])).isAfter(clock.instant())) {
                return opened[1];
            }
        } catch (IllegalArgumentException | IllegalStateException broken) {
            throw new Invalid("grant", "unknown-value");
        }
        throw new Invalid("grant", "unknown-value");
    }
}
