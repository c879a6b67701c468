package io.moked.hours;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What cannot be meant in a calendar is refused, and the field is named. */
@MokedTest
class WrongCalendarsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    week.monday.0.to   | equal-ends        | {"week": {"monday": [{"from": "09:00", "to": "09:00"}]}}
                    week.monday.0.to   | ends-before       | {"week": {"monday": [{"from": "17:00", "to": "09:00"}]}}
                    week.monday.0.to   | longer-than-a-day | {"week": {"monday": [{"from": "09:00", "to": "10:00", "nextDay": true}]}}
                    week.monday.0.to   | longer-than-a-day | {"week": {"monday": [{"from": "09:00", "to": "24:00", "nextDay": true}]}}
                    week.monday.0.to   | equal-ends        | {"week": {"monday": [{"from": "09:00", "to": "09:00", "nextDay": true}]}}
                    week.monday.0.from | malformed         | {"week": {"monday": [{"from": "24:00", "to": "09:00"}]}}
                    week.monday.0.from | malformed         | {"week": {"monday": [{"from": "9:00", "to": "17:00"}]}}
                    week.monday.0.to   | malformed         | {"week": {"monday": [{"from": "09:00", "to": "24:01"}]}}
                    week.monday.0.to   | malformed         | {"week": {"monday": [{"from": "09:00"}]}}
                    week.monday.1      | overlaps          | {"week": {"monday": [{"from": "09:00", "to": "17:00"}, {"from": "16:59", "to": "18:00"}]}}
                    week.monday.0      | overlaps          | {"week": {"sunday": [{"from": "20:00", "to": "09:01", "nextDay": true}], "monday": [{"from": "09:00", "to": "17:00"}]}}
                    timeZone           | unknown           | {"timeZone": "Asia/Atlantis"}
                    timeZone           | unknown           | {"timeZone": "+02:00"}
                    name               | out-of-range      | {"name": " "}
                    specialDays.0.date | malformed         | {"specialDays": [{"name": "x", "date": "2026-02-29"}]}
                    specialDays.0.date | out-of-range      | {"specialDays": [{"name": "x", "date": "9999-12-31"}]}
                    specialDays.0.yearly | malformed       | {"specialDays": [{"name": "x", "yearly": "13-01"}]}
                    specialDays.0.date | date-or-yearly    | {"specialDays": [{"name": "x"}]}
                    specialDays.0.date | date-or-yearly    | {"specialDays": [{"name": "x", "date": "2026-12-25", "yearly": "12-25"}]}
                    specialDays.0.name | out-of-range      | {"specialDays": [{"name": "", "date": "2026-12-25"}]}
                    specialDays.1.date | duplicate         | {"specialDays": [{"name": "x", "date": "2026-12-25"}, {"name": "y", "date": "2026-12-25"}]}
                    specialDays.1.yearly | duplicate       | {"specialDays": [{"name": "x", "yearly": "12-25"}, {"name": "y", "yearly": "12-25"}]}
                    specialDays.0.spans.1 | overlaps       | {"specialDays": [{"name": "x", "yearly": "12-25", "spans": [{"from": "09:00", "to": "17:00"}, {"from": "10:00", "to": "11:00"}]}]}
                    """)
    void whatCannotBeMeantIsNamed(String field, String rule, String wrong) {
        assertRefused(field, rule, JSON.readValue(wrong, FIELDS));
    }

    @ParameterizedTest
    @CsvSource({"week.monday, 11", "specialDays, 501"})
    void moreThanAnybodyNeedsIsRefused(String field, int times) {
        var span = Map.of("from", "09:00", "to", "17:00");
        var many = nCopies(times, span);
        var wrong =
                field.equals("specialDays")
                        ? Map.<String, Object>of(field, nCopies(times, Map.of("name", "x")))
                        : Map.<String, Object>of("week", Map.of("monday", many));
        assertRefused(field, "too-many", wrong);
    }

    private void assertRefused(String field, String rule, Map<String, Object> wrong) {
        var calendar =
                new HashMap<String, Object>(
                        Map.of(
                                "name",
                                "Shop",
                                "timeZone",
                                "UTC",
                                "week",
                                Map.of(),
                                "specialDays",
                                List.of()));
        calendar.putAll(wrong);
        var manager = Api.of(port, Business.create(server).manager());
        var answer = manager.post("/calendars", calendar);
        assertThat(answer.status()).isEqualTo(400);
        var error = answer.body().path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("message").asString()).isEqualTo(rule);
    }
}
