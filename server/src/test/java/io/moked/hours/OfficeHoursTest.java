package io.moked.hours;

import static io.moked.hours.Calendars.calendar;
import static io.moked.hours.Calendars.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Journey;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each department keeps hours of its own, or those of the business. */
@MokedTest
class OfficeHoursTest extends Journey {

    private Api manager;
    private String department;
    private String closed;

    @BeforeEach
    void write() {
        manager = Api.of(port, business.manager());
        department = "/departments/" + business.department();
        var never = calendar("Never", Map.of());
        never.put("specialDays", List.of());
        closed = manager.post("/calendars", never).body().path("id").asString();
    }

    @Test
    void whoeverSaysNothingIsOpenDayAndNight() {
        assertThat(agent.get(department + "/hours").toString())
                .isEqualTo(
                        "{\"departmentId\":\"%s\",\"follows\":\"business\",\"calendarId\":null,"
                                        .formatted(business.department())
                                + "\"open\":true,\"until\":null,\"opens\":null}");
        assertThat(agent.get("/office-hours").path("business").path("follows").asString())
                .isEqualTo("always");
    }

    @Test
    void departmentsGoByTheHoursOfTheBusinessUntilTheyHaveTheirOwn() {
        assertThat(put("/office-hours", "calendar", closed).status()).isEqualTo(200);
        assertThat(agent.get(department + "/hours").path("open").asBoolean()).isFalse();

        assertThat(put(department + "/hours", "always", null).status()).isEqualTo(200);

        assertThat(agent.get(department + "/hours").path("open").asBoolean()).isTrue();
        var all = agent.get("/office-hours");
        assertThat(all.path("business").path("open").asBoolean()).isFalse();
        assertThat(all.path("departments").path(0).path("departmentId").asString())
                .isEqualTo(business.department().toString());
        put(department + "/hours", "business", null);
        assertThat(agent.get("/office-hours").path("departments").size()).isZero();
    }

    @Test
    void whatCannotBeMeantIsRefusedWithItsField() {
        assertThat(error(department + "/hours", "calendar", null)).isEqualTo("calendarId missing");
        assertThat(error(department + "/hours", "calendar", UUID.randomUUID().toString()))
                .isEqualTo("calendarId unknown");
        assertThat(error(department + "/hours", "always", closed)).isEqualTo("calendarId unknown");
        assertThat(error("/office-hours", "business", null)).isEqualTo("follows unknown-value");
        assertThat(put("/departments/" + UUID.randomUUID() + "/hours", "always", null).status())
                .isEqualTo(404);
    }

    @Test
    void aCalendarThatIsFollowedIsNotRemoved() {
        put(department + "/hours", "calendar", closed);

        assertThat(manager.call("DELETE", "/calendars/" + closed, null).code())
                .isEqualTo("calendar-in-use");

        put(department + "/hours", "business", null);
        assertThat(manager.call("DELETE", "/calendars/" + closed, null).status()).isEqualTo(204);
    }

    @Test
    void aDepartmentThatIsGivenUpHoldsNoCalendar() {
        var sales = business.addDepartment(server);
        put("/departments/" + sales + "/hours", "calendar", closed);

        assertThat(manager.call("DELETE", "/departments/" + sales, null).status()).isEqualTo(204);

        assertThat(manager.call("DELETE", "/calendars/" + closed, null).status()).isEqualTo(204);
    }

    @Test
    void otherRoomsAskHereWhetherADepartmentIsOpenAndWhenNext() {
        var shop = manager.post("/calendars", named("Shop")).body().path("id").asString();
        put(department + "/hours", "calendar", shop);

        var office =
                TenantScope.call(
                        business.tenant().id(),
                        () -> server.getBean(OfficeHours.class).of(business.department()));

        assertThat(office.observance().calendar()).hasToString(shop);
        assertThat(office.standing().opens()).isNotNull();
    }

    private Api.Answer put(String path, String follows, @Nullable String calendar) {
        var wanted = new HashMap<String, Object>();
        wanted.put("follows", follows);
        wanted.put("calendarId", calendar);
        return manager.put(path, wanted);
    }

    private String error(String path, String follows, @Nullable String calendar) {
        var answer = put(path, follows, calendar);
        assertThat(answer.status()).isEqualTo(400);
        JsonNode first = answer.body().path("errors").path(0);
        return first.path("field").asString() + " " + first.path("message").asString();
    }
}
