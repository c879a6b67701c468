package io.moked.hours;

import static io.moked.hours.Calendars.calendar;
import static io.moked.hours.Calendars.named;
import static io.moked.hours.Calendars.pastMidnight;
import static io.moked.hours.Calendars.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.hours.Hours.UsedCalendars;
import io.moked.kernel.NotFound;
import io.moked.tenancy.TenantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A business writes down when it answers. */
@MokedTest
@Import(CalendarsTest.Desk.class)
class CalendarsTest {

    /** Somebody who goes by calendars. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Desk {

        static final Set<UUID> USED = ConcurrentHashMap.newKeySet();

        @Bean
        UsedCalendars desk() {
            return USED::contains;
        }
    }

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private Api manager;

    @BeforeEach
    void open() {
        business = Business.create(server);
        manager = Api.of(port, business.manager());
    }

    private String add(String name) {
        return manager.post("/calendars", named(name)).body().path("id").asString();
    }

    private Answer replace(String id, int version, Object calendar) {
        return manager.put("/calendars/" + id, Map.of("version", version, "calendar", calendar));
    }

    @Test
    void aCalendarIsReadAsItWasWritten() {
        var read = manager.get("/calendars/" + add("Shop"));
        assertThat(read.path("name").asString()).isEqualTo("Shop");
        assertThat(read.path("timeZone").asString()).isEqualTo("Asia/Jerusalem");
        assertThat(read.path("week").path("sunday").toString())
                .isEqualTo(
                        """
                        [{"from":"09:00","to":"13:00","nextDay":false},{"from":"14:00","to":"24:00","nextDay":false}]\
                        """);
        assertThat(read.path("week").path("thursday").toString())
                .isEqualTo("[{\"from\":\"20:00\",\"to\":\"02:00\",\"nextDay\":true}]");
        assertThat(read.path("week").path("monday").isEmpty()).isTrue();
        var days = Api.list(read.path("specialDays"));
        assertThat(days)
                .extracting(it -> it.path("date").asString(""))
                .containsExactly("2026-12-25", "");
        assertThat(days)
                .extracting(it -> it.path("yearly").asString(""))
                .containsExactly("", "02-29");
        assertThat(days.getFirst().path("name").asString()).isEqualTo("חג");
        assertThat(days.getLast().path("spans").size()).isEqualTo(1);
    }

    @Test
    void whatWasReadCanBeWrittenBack() {
        var id = add("Shop");
        var read = manager.get("/calendars/" + id);
        var again = replace(id, 1, read);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("week")).isEqualTo(read.path("week"));
        assertThat(again.body().path("specialDays")).isEqualTo(read.path("specialDays"));
    }

    @Test
    void twoPeopleDoNotUndoEachOthersChanges() {
        var id = add("Shop");
        assertThat(replace(id, 1, named("First")).body().path("version").asInt()).isEqualTo(2);
        assertThat(replace(id, 1, named("Second")).code()).isEqualTo("calendar-changed");
        assertThat(manager.get("/calendars/" + id).path("name").asString()).isEqualTo("First");
    }

    @Test
    void twoCalendarsDoNotHaveOneName() {
        add("Shop");
        assertThat(manager.post("/calendars", named("shop")).code())
                .isEqualTo("calendar-name-taken");
        var other = add("Office");
        assertThat(replace(other, 1, named("SHOP")).code()).isEqualTo("calendar-name-taken");
    }

    @Test
    void theListGoesOnWhereThePageBeforeEnded() {
        var added = IntStream.range(0, 5).mapToObj(n -> add("Shop " + n)).toList();
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = manager.get("/calendars?limit=2&cursor=" + cursor);
            Api.list(page.path("items")).forEach(it -> seen.add(it.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        assertThat(seen).isEqualTo(added.reversed());
    }

    @Test
    void aCalendarThatSomebodyGoesByStays() {
        var id = add("Shop");
        Desk.USED.add(UUID.fromString(id));
        assertThat(manager.delete("/calendars/" + id).code()).isEqualTo("calendar-in-use");
        Desk.USED.clear();
        assertThat(manager.delete("/calendars/" + id).status()).isEqualTo(204);
        assertThat(manager.delete("/calendars/" + id).status()).isEqualTo(404);
        assertThat(manager.items("/calendars")).isEmpty();
    }

    @Test
    void whoWouldGoByACalendarThatIsGoneIsTold() {
        var id = UUID.fromString(add("Shop"));
        var hours = server.getBean(Hours.class);
        TenantScope.run(business.tenant().id(), () -> hours.hold(id));
        manager.delete("/calendars/" + id);
        assertThatThrownBy(() -> TenantScope.run(business.tenant().id(), () -> hours.hold(id)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theActivityLogKnowsWhoChangedWhich() {
        var id = add("Shop");
        replace(id, 1, named("Shop"));
        manager.delete("/calendars/" + id);
        await().untilAsserted(() ->
                assertThat(manager.items("/audit-entries?action=hours"))
                        .extracting(it -> it.path("action").asString())
                        .containsExactly(
                                "hours.calendar-removed",
                                "hours.calendar-changed",
                                "hours.calendar-added"));
    }

    @Test
    void agentsDoNotSetHours() {
        var agent = Api.of(port, business.agent());
        assertThat(agent.post("/calendars", named("Shop")).status()).isEqualTo(403);
    }

    @Test
    void whatTouchesDoesNotOverlap() {
        var week =
                Map.of(
                        "sunday",
                        List.of(span("09:00", "12:00"), span("12:00", "20:00")),
                        "saturday",
                        List.of(pastMidnight("20:00", "09:00")));
        assertThat(manager.post("/calendars", calendar("Shop", week)).status()).isEqualTo(201);
    }
}
