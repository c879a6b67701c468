package io.moked;

import io.moked.access.Open;
import io.moked.access.Requires;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Where requests go, as the running server's own router says. */
public record Routes(List<Route> all) {

    /** A method and path, and what answers there. */
    public record Route(String method, String path, HandlerMethod handler) {

        public boolean isOurs() {
            return handler.getBeanType().getName().startsWith("io.moked.");
        }

        public Optional<Requires> requires() {
            return Optional.ofNullable(handler.getMethodAnnotation(Requires.class));
        }

        public Optional<Open> open() {
            return Optional.ofNullable(handler.getMethodAnnotation(Open.class));
        }

        /** As a table of routes writes it. */
        public String words() {
            return method + " " + path;
        }
    }

    public static Routes of(ApplicationContext server) {
        return new Routes(
                server.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                        .flatMap(router -> router.getHandlerMethods().entrySet().stream())
                        .flatMap(Routes::routes)
                        .toList());
    }

    public List<Route> ours() {
        return all.stream().filter(Route::isOurs).toList();
    }

    private static Stream<Route> routes(Map.Entry<RequestMappingInfo, HandlerMethod> mapping) {
        var methods = mapping.getKey().getMethodsCondition().getMethods();
        return mapping.getKey().getPatternValues().stream()
                .flatMap(path ->
                        methods.isEmpty()
                                ? Stream.of(new Route("ANY", path, mapping.getValue()))
                                : methods.stream()
                                        .map(it -> new Route(it.name(), path, mapping.getValue())));
    }

    /** A list of the test's own: a word on each line, without remarks. */
    public static Set<String> listed(String file) {
        try (var lines = Files.lines(Path.of("src/test/resources", file))) {
            return lines.map(String::strip)
                    .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }
}
