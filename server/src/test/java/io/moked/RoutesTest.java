package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Routes.Route;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;

/** There is no way into the server that nobody thought of. */
@MokedTest
class RoutesTest {

    @Autowired WebApplicationContext server;

    @Test
    void everyRouteNamesAPermissionOrSaysWhyItIsOpen() {
        assertThat(Routes.of(server).ours())
                .isNotEmpty()
                .allSatisfy(route ->
                        assertThat(route.requires().isPresent())
                                .as(route.words())
                                .isNotEqualTo(route.open().isPresent()));
    }

    /** Permissions are asked for under this address only. */
    @Test
    void everyRouteIsPartOfTheApi() {
        assertThat(Routes.of(server).ours())
                .extracting(Route::path)
                .allMatch(it -> it.startsWith("/api/v1/"));
    }

    @Test
    void whoeverIsOpenGivesAReason() {
        var open =
                Routes.of(server).ours().stream()
                        .filter(route -> route.open().isPresent())
                        .collect(
                                Collectors.toMap(
                                        Route::words, it -> it.open().orElseThrow().because()));
        assertThat(open)
                .isEqualTo(
                        Map.of(
                                "POST /api/v1/session",
                                "nobody is signed in before signing in",
                                "POST /api/v1/session/passkey",
                                "nobody is signed in before signing in",
                                "POST /api/v1/session/passkey-challenge",
                                "nobody is signed in before signing in",
                                "POST /api/v1/password-resets",
                                "whoever asks has forgotten what would let them in",
                                "GET /api/v1/password-link",
                                "the link's secret is what lets somebody in",
                                "PUT /api/v1/password-link/address",
                                "the link's secret shows that the address is theirs",
                                "PUT /api/v1/password-link/password",
                                "the link's secret is what lets somebody in",
                                "GET /api/v1/openapi.json",
                                "the description holds nothing of any tenant"));
    }

    /** Health and numbers for the machines that watch this one, and the framework's last word. */
    @Test
    void othersAnswerWhereTheyAreListed() {
        var paths =
                Routes.of(server).all().stream()
                        .filter(route -> !route.isOurs())
                        .filter(route ->
                                !route.handler()
                                        .getBeanType()
                                        .getName()
                                        .startsWith("org.springdoc."))
                        .map(Route::words)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(paths)
                .containsExactly("ANY /error", "GET /health", "GET /health/**", "GET /metrics");
    }

    @Test
    void servletsAnswerWhereTheyAreListed() {
        var servlets = server.getServletContext().getServletRegistrations().values();
        assertThat(servlets).flatExtracting(it -> it.getMappings()).containsExactly("/");
    }

    /** All others look at every request and let it pass. */
    @Test
    void filtersAnswerByThemselvesWhereTheyAreListed() {
        var filters = server.getServletContext().getFilterRegistrations().values();
        assertThat(filters)
                .flatExtracting(it -> it.getUrlPatternMappings())
                .filteredOn(path -> !path.equals("/*"))
                .containsExactlyInAnyOrder("/webhooks/whatsapp", "/webhooks/whatsapp/*");
    }

    @Test
    void pagesAndFilesLieWhereTheyAreListed() {
        var places =
                server.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
                        .flatMap(it -> it.getHandlerMap().keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(places)
                .containsExactlyInAnyOrder(
                        "/**",
                        "/webjars/**",
                        "/assets/**",
                        "/broadcasts/**",
                        "/api/docs",
                        "/sign-in",
                        "/password",
                        "/inbox/**",
                        "/activity/**",
                        "/contacts/**",
                        "/operations/**",
                        "/queues/**",
                        "/search/**",
                        "/tenants/**",
                        "/settings/**");
    }
}
