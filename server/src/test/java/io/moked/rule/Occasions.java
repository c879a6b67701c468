package io.moked.rule;

import io.moked.Business;
import io.moked.tenancy.TenantScope;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands written down to be looked at. */
final class Occasions {

    private Occasions() {}

    static int of(ApplicationContext server, Business business, String conversation) {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        """
                                                        select count(*) from rule.occasion
                                                        where conversation_id = :conversation
                                                        """)
                                                .param(
                                                        "conversation",
                                                        UUID.fromString(conversation))
                                                .query(Integer.class)
                                                .single()));
    }
}
