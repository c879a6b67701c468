package io.moked.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/** Finds the handler of a request by method and path; the first match wins. */
public final class Routes implements HttpHandler {

    /** Serves one kind of request. */
    @FunctionalInterface
    public interface Handler {
        Answer serve(Request request) throws Exception;
    }

    private static final System.Logger LOG = System.getLogger(Routes.class.getName());
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, Pattern path, Handler handler) {}

    /** Adds a route; {@code {name}} in the path stands for one segment. */
    public Routes on(String method, String path, Handler handler) {
        String pattern = VARIABLE.matcher(path.replace(".", "\\.")).replaceAll("(?<$1>[^/]+)");
        routes.add(new Route(method, Pattern.compile(pattern), handler));
        return this;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).write(exchange);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The caller has gone", e);
        }
    }

    private Answer answer(HttpExchange exchange) {
        try {
            return serve(exchange);
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (JacksonException e) {
            return Refusal.of(400, e.getOriginalMessage()).answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.LOST;
        } catch (Exception e) {
            LOG.log(Level.ERROR, "A request failed", e);
            return Answer.json(500, Json.object().put("error", e.toString()));
        }
    }

    private Answer serve(HttpExchange exchange) throws Exception {
        for (Route route : routes) {
            Matcher path = route.path.matcher(exchange.getRequestURI().getPath());
            if (route.method.equals(exchange.getRequestMethod()) && path.matches()) {
                Map<String, String> variables = new HashMap<>();
                path.namedGroups().keySet().forEach(name -> variables.put(name, path.group(name)));
                return route.handler.serve(new Request(exchange, variables));
            }
        }
        throw Refusal.of(404, "Nothing here");
    }
}
