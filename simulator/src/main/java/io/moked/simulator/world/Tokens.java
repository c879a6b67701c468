package io.moked.simulator.world;

import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Setup.BusinessNumber;
import io.moked.simulator.world.Setup.Token;
import io.moked.simulator.world.Setup.Waba;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The tokens that were set up, those an embedded signup has issued, and those apps have. */
public final class Tokens {

    private static final Duration CODE_LIFE = Duration.ofSeconds(30);

    private final Map<String, Token> issued = new ConcurrentHashMap<>();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    /** What an embedded signup ends with; its end lets the app act for one account. */
    private record Code(String appId, String wabaId, Instant until) {}

    Optional<Token> find(Setup setup, String token) {
        return Stream.of(
                        setup.tokens().stream(),
                        setup.wabas().stream().flatMap(Tokens::ofNumbers),
                        issued.values().stream(),
                        setup.apps().stream().map(Tokens::ofApp))
                .flatMap(some -> some)
                .filter(one -> one.token().equals(token))
                .findFirst();
    }

    private static Stream<Token> ofNumbers(Waba waba) {
        return waba.numbers().stream()
                .map(BusinessNumber::token)
                .filter(token -> token != null)
                .map(token -> new Token(token, waba.appId(), List.of(waba.id()), null, null, null));
    }

    private static Token ofApp(App app) {
        return new Token(app.id() + "|" + app.secret(), app.id(), List.of(), List.of(), null, null);
    }

    public String newCode(String appId, String wabaId, Instant now) {
        String code = "AQ" + UUID.randomUUID().toString().replace("-", "");
        codes.put(code, new Code(appId, wabaId, now.plus(CODE_LIFE)));
        return code;
    }

    /** A code can be exchanged once, and for thirty seconds. */
    public Optional<Token> exchange(String appId, String code, Instant now) {
        Code one = codes.remove(code);
        if (one == null || !one.appId.equals(appId) || now.isAfter(one.until)) {
            return Optional.empty();
        }
        String name = "EAA" + UUID.randomUUID().toString().replace("-", "");
        var token = new Token(name, appId, List.of(one.wabaId), null, null, null);
        issued.put(name, token);
        return Optional.of(token);
    }
}
