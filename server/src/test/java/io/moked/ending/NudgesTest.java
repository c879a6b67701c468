package io.moked.ending;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is silent and must not be asked, whatever is known of it yet. */
@MokedTest
class NudgesTest extends EndingJourney {

    private String one;

    @BeforeEach
    void fallSilent() {
        setEnding(
                Map.of(
                        "nudgeMinutes",
                        10,
                        "nudge",
                        Map.of("english", "Are you still there?"),
                        "resolveMinutes",
                        30,
                        "farewell",
                        Map.of("english", "Until next time")));
        one = answered();
        untilSilent(one, "contact");
    }

    @Test
    void whoeverWroteTooLongAgoIsNotNudgedAndThatIsTold() {
        inDatabase(
                "update conversation.conversation set last_inbound_at = now() - interval '24 hours'");

        pass(Duration.ofMinutes(11));

        assertThat(events(one)).contains("nudge-not-sent").doesNotContain("nudged");
        assertThat(told()).contains("conversation.nudge-not-sent");
        pass(Duration.ofMinutes(42));
        assertThat(statusOf(one)).isEqualTo("resolved");
        assertThat(wordsIn(one)).containsExactly("hello?", "I am here");
    }

    @Test
    void whoeverHasWrittenIsNotNudgedAlsoBeforeTheJournalTellsIt() {
        inDatabase("update conversation.conversation set last_inbound_at = now()");

        pass(Duration.ofMinutes(11));

        assertThat(events(one)).doesNotContain("nudged");
    }

    @Test
    void whoeverHasAnsweredIsNotSilentAlsoBeforeTheJournalTellsIt() {
        setEnding(Map.of("returnMinutes", 5));
        inDatabase(
                "update ending.silence set silent = 'agent', since = since - interval '1 minute', due_at = since");

        pass(Duration.ofMinutes(6));

        assertThat(assigneeOf(one)).isEqualTo(business.agent().id().toString());
    }

    private List<String> told() {
        return inTenant(it ->
                it.sql("select kind from journal.entry where subject = :id")
                        .param("id", UUID.fromString(one))
                        .query(String.class)
                        .list());
    }

    private void inDatabase(String sql) {
        inTenant(it -> it.sql(sql).update());
    }

    private <T> T inTenant(Function<JdbcClient, T> work) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx -> work.apply(server.getBean(JdbcClient.class))));
    }
}
