package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.MokedTest;
import io.moked.database.SqlValues;
import io.moked.kernel.Ids;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What was decided and what happened is forgotten when it is old. */
@MokedTest
class ForgettingTest extends RoutingJourney {

    @Autowired List<TimedWork> works;

    @Test
    void decisionsThatAreOldAreForgottenAndOthersStay() {
        inTenant(jdbc -> decided(jdbc, Duration.ofDays(91)) + decided(jdbc, Duration.ofDays(89)));

        work("decisions");

        assertThat(daysAgo("select at from routing.decision")).containsExactly(89L);
    }

    @Test
    void soIsWhatConversationsWentThrough() {
        inTenant(jdbc -> happened(jdbc, Duration.ofDays(37)) + happened(jdbc, Duration.ofDays(35)));

        work("routing-steps");

        assertThat(daysAgo("select at from routing.step")).containsExactly(35L);
    }

    private static int decided(JdbcClient jdbc, Duration ago) {
        return jdbc.sql(
                        """
                        insert into routing.decision (tenant_id, id, conversation_id, agent_id, department_id, waiting_since, at,
                            units, choice, considered, obstacles, passed)
                        values (tenancy.current_tenant(), :id, :id, :id, :id, now(), now() - make_interval(secs => :ago), 1, 'round_robin', '[]', '{}', 0)
                        """)
                .param("ago", ago.toSeconds())
                .param("id", Ids.from(Instant.now().minus(ago)))
                .update();
    }

    private static int happened(JdbcClient jdbc, Duration ago) {
        return jdbc.sql(
                        """
                        insert into routing.step (tenant_id, at, conversation_id, what)
                        values (tenancy.current_tenant(), now() - make_interval(secs => :ago), :id, 'ended')
                        """)
                .param("ago", ago.toSeconds())
                .param("id", UUID.randomUUID())
                .update();
    }

    private void work(String name) {
        var work = works.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
        assertThat(work.part().applyAsInt(Instant.now())).isPositive();
    }

    private List<Long> daysAgo(String question) {
        return inTenant(jdbc ->
                jdbc.sql(question).query((row, n) -> SqlValues.instant(row, "at")).list().stream()
                        .map(it -> Duration.between(it, Instant.now()).toDays())
                        .toList());
    }

    private <T> T inTenant(Function<JdbcClient, T> work) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx -> work.apply(server.getBean(JdbcClient.class))));
    }
}
