package io.moked.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.signin.TurnedClock;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** A business that promises something, and a clock that can be turned. */
@Import(TurnedClock.class)
abstract class TargetJourney extends Journey {

    @Autowired TurnedClock.Hand clock;

    Api manager;

    @BeforeEach
    final void signIn() {
        manager = Api.of(port, business.manager());
    }

    @AfterEach
    final void turnBack() {
        clock.turnBack();
    }

    static Map<String, Object> target(String priority, String kind, int minutes) {
        return Map.of("priority", priority, "kind", kind, "minutes", minutes);
    }

    @SafeVarargs
    final Api.Answer promise(UUID department, Map<String, Object>... targets) {
        return manager.put(
                "/departments/" + department + "/targets",
                Map.of("targets", Arrays.asList(targets)));
    }

    /** An hour for the first answer, half of one for others, a day for all. */
    final void promise() {
        var answer =
                promise(
                        business.department(),
                        target("normal", "first_response", 60),
                        target("normal", "next_response", 30),
                        target("normal", "resolution", 1440));
        assertThat(answer.status()).isEqualTo(200);
    }

    final String arrival() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        return idOf(phone);
    }

    final JsonNode at(String conversation) {
        return manager.get("/conversations/" + conversation);
    }

    final String kindOf(String conversation) {
        return at(conversation).path("target").path("kind").asString("");
    }

    /** How many minutes are left for what is due next. */
    final long left(String conversation) {
        var due = Instant.parse(at(conversation).path("target").path("dueAt").asString());
        return Math.round(Duration.between(clock.instant(), due).toMillis() / 60_000.0);
    }

    final void work() {
        while (server.getBean(Timekeeping.class).round()) {
            // There is more to do.
        }
    }

    /** What was told about a conversation, in its order. */
    final List<String> told(String conversation) {
        return inTenant(() ->
                server.getBean(JdbcClient.class)
                        .sql(
                                """
                                select kind || ' ' || (facts ->> 'target') from journal.entry
                                where subject = :conversation and kind like 'target.%' order by seq
                                """)
                        .param("conversation", UUID.fromString(conversation))
                        .query(String.class)
                        .list());
    }

    final <T> T inTenant(java.util.function.Supplier<T> work) {
        return TenantScope.call(
                business.tenant().id(),
                () -> server.getBean(TransactionTemplate.class).execute(tx -> work.get()));
    }

    static void eventually(Runnable assertion) {
        Awaitility.await().untilAsserted(assertion::run);
    }
}
