package io.moked.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A file of holidays is shown, and nothing of it is kept. */
@MokedTest
class HolidayFileTest {

    private static final String FILE =
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20501225
            SUMMARY:חג
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20001225
            END:VEVENT
            END:VCALENDAR
            """;

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    @Test
    void aFileIsShownBeforeAnythingIsTaken() {
        var manager = Api.of(port, Business.create(server).manager());
        var answer = upload(manager, FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        var day = answer.body().path("days").get(0);
        assertThat(day.path("date").asString()).isEqualTo("2050-12-25");
        assertThat(day.path("name").asString()).isEqualTo("חג");
        var left = answer.body().path("leftOut").get(0);
        assertThat(left.path("why").asString()).isEqualTo("past");
        assertThat(left.path("events").asInt()).isEqualTo(1);
        assertThat(manager.items("/calendars")).isEmpty();
    }

    @Test
    void oneThatIsTooLargeIsNotRead() {
        var manager = Api.of(port, Business.create(server).manager());
        assertThat(upload(manager, new byte[1024 * 1024 + 1]).code())
                .isEqualTo("calendar-file-too-large");
    }

    private static Api.Answer upload(Api api, byte[] file) {
        return api.upload("/holiday-files", "x.ics", "text/calendar", file);
    }
}
