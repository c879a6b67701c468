package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import io.moked.timetable.TimedWork;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Where contacts are from is noted also of those who were met before it was. */
@MokedTest
class OriginTest extends Journey {

    @Autowired List<TimedWork> works;

    @Test
    void whoeverWasMetBeforeIsLookedUpOnceAndWhoIsFromNowhereAsWell() {
        var known = "97250" + Meta.newPhone().substring(0, 7);
        var nowhere = "999" + Meta.newPhone().substring(0, 9);
        meta.says(business, known, "hello");
        meta.says(business, nowhere, "hello");
        idOf(known);
        idOf(nowhere);
        sql("update contact.contact set country = null");
        var work = works.stream().filter(it -> it.name().equals("contact-origins")).findFirst();
        while (work.orElseThrow().part().applyAsInt(Instant.now()) > 0) {}
        assertThat(countries()).containsExactlyInAnyOrder("IL", "ZZ");
        assertThat(agent.conversationsOf(nowhere).getFirst().path("contact").toString())
                .doesNotContain("ZZ");
    }

    private void sql(String sql) {
        inTenant(jdbc -> jdbc.sql(sql).update());
    }

    private List<String> countries() {
        return inTenant(
                jdbc -> jdbc.sql("select country from contact.contact").query(String.class).list());
    }

    private <T> T inTenant(Function<JdbcClient, T> work) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx -> work.apply(server.getBean(JdbcClient.class))));
    }
}
