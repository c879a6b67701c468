package io.moked.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.signin.TurnedClock;
import io.moked.tenancy.TenantScope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A business that says something by itself. */
@Import(TurnedClock.class)
abstract class GreetingJourney extends Journey {

    static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");

    @Autowired TurnedClock.Hand clock;

    Api manager;

    @BeforeEach
    final void signIn() {
        manager = Api.of(port, business.manager());
    }

    @AfterEach
    final void setRight() {
        clock.turnBack();
    }

    /** An occasion, a language and a text, and so on. */
    final Api.Answer texts(String... said) {
        var texts = new HashMap<String, Map<String, String>>();
        Stream.of("greeting", "away", "asked").forEach(it -> texts.put(it, new HashMap<>()));
        for (int n = 0; n < said.length; n += 3) {
            texts.get(said[n]).put(said[n + 1], said[n + 2]);
        }
        return manager.put(path(), texts);
    }

    final String path() {
        return "/departments/" + business.department() + "/texts";
    }

    final void understand(List<String> asking, List<String> givingUp) {
        var setting =
                Map.of(
                        "askWords",
                        asking,
                        "giveUpWords",
                        givingUp,
                        "greetAgainHours",
                        12,
                        "askAgainMinutes",
                        5);
        assertThat(manager.put("/greeting-setting", setting).status()).isEqualTo(200);
    }

    /** Open on one day of the week, so many days from now. */
    final void open(int daysAhead) {
        var day = LocalDate.ofInstant(clock.instant(), JERUSALEM).plusDays(daysAhead);
        var name = day.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        var week = Map.of(name, List.of(Map.of("from", "09:00", "to", "17:00")));
        var calendar = Map.of("name", "Hours", "timeZone", JERUSALEM.getId(), "week", week);
        var added = manager.post("/calendars", calendar);
        assertThat(added.status()).isEqualTo(201);
        var hours = Map.of("follows", "calendar", "calendarId", added.body().path("id").asString());
        assertThat(manager.put("/office-hours", hours).status()).isEqualTo(200);
    }

    final void says(String phone, String words) {
        var text = Meta.text(phone, Meta.newId(), words, clock.instant());
        assertThat(meta.deliver(business, List.of(text))).isEqualTo(200);
    }

    final List<String> sentTo(String phone) {
        return GraphStub.get().acceptedFor(phone).stream()
                .map(it -> it.path("text").path("body").asString(""))
                .toList();
    }

    final List<String> sentOnceThereAre(int count, String phone) {
        await().until(() -> sentTo(phone).size() >= count);
        return sentTo(phone);
    }

    final List<String> eventsIn(String conversation) {
        return agent.items("/conversations/" + conversation + "/timeline?limit=100").stream()
                .filter(it -> it.has("event") && !it.path("event").isNull())
                .map(it -> it.path("event").path("type").asString())
                .toList()
                .reversed();
    }

    final void whileNobodyReadsTheLine(Runnable meanwhile) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx -> {
                                    server.getBean(JdbcClient.class)
                                            .sql(
                                                    "lock table routing.waiting in access exclusive mode")
                                            .update();
                                    meanwhile.run();
                                }));
    }
}
