package io.moked.walls;

import io.moked.Api;
import io.moked.Routes;
import io.moked.Routes.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PostMapping;

/** Every address of a tenant's server that asks who is there, to be tried by somebody. */
record Doors(Twin tenant, int port) {

    static final String LET_IN = "let in";
    static final String REFUSED = "refused";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern VARIABLE = Pattern.compile("(\\w[\\w-]*)/\\{\\w+}");

    List<Route> all() {
        return Routes.of(tenant.server()).ours().stream()
                .filter(it -> it.open().isEmpty())
                .toList();
    }

    /** What comes of it: let in, refused, or another status. Whoever is let in to read reads. */
    String knock(Route route, String token) {
        int status = status(route, token);
        boolean isServed = reads(route) ? status < 300 : status < 500 && status != 401;
        return status == 403 ? REFUSED : isServed ? LET_IN : Integer.toString(status);
    }

    /**
     * Reading asks for what is there; all else for nothing, with a body that asks for nothing, so
     * that only the door is tried.
     */
    private int status(Route route, String token) {
        var path = path(route, reads(route) ? tenant::id : things -> UUID.randomUUID());
        var request =
                Api.as(token, HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)))
                        .header("Content-Type", type(route))
                        .method(
                                route.method(),
                                reads(route)
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString("{}"))
                        .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean reads(Route route) {
        return route.method().equals("GET");
    }

    private static String type(Route route) {
        var takes = route.handler().getMethodAnnotation(PostMapping.class);
        boolean takesFiles = takes != null && takes.consumes().length > 0;
        return takesFiles ? "multipart/form-data; boundary=-" : "application/json";
    }

    /** The address with ids in it, each of what the word before it names. */
    static String path(Route route, Ids ids) {
        return VARIABLE.matcher(route.path())
                .replaceAll(it -> it.group(1) + "/" + ids.of(it.group(1)));
    }

    static int variables(Route route) {
        return (int) VARIABLE.matcher(route.path()).results().count();
    }

    interface Ids {
        UUID of(String things);
    }
}
