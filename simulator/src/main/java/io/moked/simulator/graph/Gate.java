package io.moked.simulator.graph;

import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes.Handler;
import io.moked.simulator.world.Faults;
import io.moked.simulator.world.Weather;
import io.moked.simulator.world.World;
import java.time.Duration;

/** Stands before every call: checks the token and lets the faults of the day strike. */
final class Gate {

    private static final String BEARER = "Bearer ";

    private final World world;
    private final Weather weather;

    Gate(World world, Weather weather) {
        this.world = world;
        this.weather = weather;
    }

    /** A call any token of the world may make. */
    Handler open(Handler handler) {
        return request -> {
            check(request, weather.faults(request.variable("id")));
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
            check(request, faults);
            fail(faults);
            return handler.serve(request);
        };
    }

    private void check(Request request, Faults faults) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(faults.slowMs()));
        if (faults.tokenExpired()) {
            throw GraphError.token(463);
        }
        String authorization = request.header("Authorization");
        if (!authorization.startsWith(BEARER)
                || !mayUse(request, authorization.substring(BEARER.length()))) {
            throw GraphError.token(null);
        }
    }

    private boolean mayUse(Request request, String token) {
        return world.line(request.variable("id"))
                .map(line -> line.number().token().equals(token))
                .orElseGet(() -> world.knows(token));
    }

    private static void fail(Faults faults) {
        if (faults.rateLimited().hits()) {
            throw GraphError.of(
                    429,
                    130429,
                    "Rate limit hit",
                    "Message failed to send because there were too many messages sent from this phone"
                            + " number in a short period of time");
        }
        if (faults.serverError().hits()) {
            int status = faults.serverError().status();
            throw GraphError.transientFailure(status == 0 ? 500 : status);
        }
    }
}
