package io.moked.channel;

import io.moked.access.SignedIn;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the contacts of the tenant in scope get to see of those who answer them. */
@Component
public class Courtesies {

    private enum Seen {
        SHOWN,
        HIDDEN
    }

    private final JdbcClient jdbc;
    private final Journal journal;

    Courtesies(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    /**
     * Whether they see that their messages were read, and so that somebody writes: networks show
     * the second only together with the first.
     */
    @Transactional(readOnly = true)
    public boolean readReceipts() {
        return jdbc.sql("select read_receipts from channel.courtesy")
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Transactional
    public void showReadReceipts(boolean shown, SignedIn by) {
        var tenant = TenantScope.current().value();
        var changed =
                jdbc.sql(
                                """
                                insert into channel.courtesy as c (tenant_id, read_receipts) values (:tenant, :shown)
                                on conflict (tenant_id) do update set read_receipts = :shown
                                where c.read_receipts <> :shown
                                """)
                        .param("tenant", tenant)
                        .param("shown", shown)
                        .update();
        if (changed > 0) {
            journal.append(
                    Fact.of("channel.courtesy-changed", tenant)
                            .by(by.user().value())
                            .with("readReceipts", shown ? Seen.SHOWN : Seen.HIDDEN));
        }
    }
}
