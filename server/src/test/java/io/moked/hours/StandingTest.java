package io.moked.hours;

import static io.moked.hours.Calendars.calendar;
import static io.moked.hours.Calendars.named;
import static io.moked.hours.Calendars.span;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Everybody can know whether it is open. */
@MokedTest
class StandingTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private Api manager;

    @BeforeEach
    void open() {
        business = Business.create(server);
        manager = Api.of(port, business.manager());
    }

    @Test
    void whetherItIsOpenIsToldWithUntilWhenAndWhenNext() {
        var always = new HashMap<String, Object>();
        for (var day : "monday tuesday wednesday thursday friday saturday sunday".split(" ")) {
            always.put(day, List.of(span("00:00", "24:00")));
        }
        var nearlyAlways = calendar("Always", always);
        nearlyAlways.put("specialDays", List.of(Map.of("date", "2199-12-30", "name", "Off")));
        var open = standing(nearlyAlways);
        assertThat(open.path("open").asBoolean()).isTrue();
        assertThat(Instant.parse(open.path("until").asString())).isAfter(Instant.now());
        assertThat(Instant.parse(open.path("opens").asString()))
                .isAfter(Instant.parse(open.path("until").asString()));
        var never = named("Never");
        never.put("week", Map.of());
        never.put("specialDays", List.of());
        assertThat(standing(never).toString())
                .isEqualTo("{\"open\":false,\"until\":null,\"opens\":null}");
    }

    private JsonNode standing(Object calendar) {
        var id = manager.post("/calendars", calendar).body().path("id").asString();
        return manager.get("/calendars/" + id + "/standing");
    }

    @Test
    void otherRoomsCountTimeWithIt() {
        var id =
                UUID.fromString(
                        manager.post("/calendars", named("Shop")).body().path("id").asString());
        var openings =
                TenantScope.call(
                        business.tenant().id(), () -> server.getBean(Hours.class).openings(id));
        // A Saturday in Jerusalem, and the whole Sunday after it.
        assertThat(
                        openings.openBetween(
                                Instant.parse("2026-11-28T12:00:00Z"),
                                Instant.parse("2026-11-29T22:00:00Z")))
                .isEqualTo(Duration.ofHours(14));
    }
}
