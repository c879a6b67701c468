package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes.Handler;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.Setup.Token;
import io.moked.simulator.world.Setup.Waba;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before every call: checks the token, its permissions and what it reaches, and lets the
 * faults of the day strike.
 */
final class Gate {

    private static final Pattern AUTHORIZATION = Pattern.compile("(?:Bearer|OAuth) (.+)");
    private static final String MANAGEMENT = "whatsapp_business_management";
    private static final String MESSAGING = "whatsapp_business_messaging";

    private final World world;
    private final Weather weather;
    private final Function<String, Optional<Waba>> owner;
    private final CallRates rates;

    Gate(World world, Weather weather, Function<String, Optional<Waba>> owner) {
        this.world = world;
        this.weather = weather;
        this.owner = owner;
        this.rates = new CallRates(world, weather);
    }

    /** A call any valid token may make. */
    Handler open(Handler handler) {
        return request -> {
            weatherPermitting(request);
            token(request);
            return handler.serve(request);
        };
    }

    /** A call of media, which either permission allows. */
    Handler reading(Handler handler) {
        return request -> {
            weatherPermitting(request);
            Token token = token(request);
            if (!token.allows(MESSAGING) && !token.allows(MANAGEMENT)) {
                throw GraphError.permission(MESSAGING + " or " + MANAGEMENT);
            }
            reach(request, token);
            return handler.serve(request);
        };
    }

    Handler managing(Handler handler) {
        return request -> {
            weatherPermitting(request);
            Token token = token(request);
            if (!token.allows(MANAGEMENT)) {
                throw GraphError.permission(MANAGEMENT);
            }
            reach(request, token);
            owner.apply(request.variable("id")).ifPresent(waba -> rates.check(token, waba));
            return handler.serve(request);
        };
    }

    /** A send: also limits, failures and broken lines may strike it. */
    Handler sending(Handler handler) {
        return request -> {
            Faults faults = weather.faults(request.variable("id"));
            if (faults.resetBefore().hits()) {
                return Answer.LOST;
            }
            weatherPermitting(request);
            Token token = token(request);
            if (!token.allows(MESSAGING)) {
                throw GraphError.accessDenied();
            }
            reach(request, token);
            fail(faults);
            return handler.serve(request);
        };
    }

    private void weatherPermitting(Request request) throws InterruptedException {
        Faults faults = weather.faults(request.variable("id"));
        Thread.sleep(Duration.ofMillis(faults.slowMs()));
        if (faults.outage()) {
            throw GraphError.transientFailure(503);
        }
    }

    /** The token of a call, in its header or in its address. */
    Token token(Request request) {
        Matcher header = AUTHORIZATION.matcher(request.header("Authorization"));
        String given = header.matches() ? header.group(1) : request.query("access_token");
        Token token = world.token(given).orElseThrow(() -> GraphError.token(given));
        if (weather.faults(request.variable("id")).tokenExpired()) {
            throw GraphError.tokenDead(463);
        }
        token.death(weather.clock().now())
                .ifPresent(subcode -> {
                    throw GraphError.tokenDead(subcode);
                });
        return token;
    }

    /** What a token does not reach does not exist for it. */
    private void reach(Request request, Token token) {
        String id = request.variable("id");
        if (owner.apply(id).filter(waba -> !token.reaches(waba)).isPresent()) {
            throw GraphError.unknownObject(id);
        }
    }

    private static void fail(Faults faults) {
        if (faults.maintenance()) {
            throw Known.error(500, 131057);
        }
        if (faults.rateLimited().hits()) {
            throw Known.error(429, 130429);
        }
        if (faults.serverError().hits()) {
            int status = faults.serverError().status();
            throw GraphError.transientFailure(status == 0 ? 500 : status);
        }
        if (faults.error().hits()) {
            throw Known.error(faults.error().status(), faults.error().code());
        }
    }
}
