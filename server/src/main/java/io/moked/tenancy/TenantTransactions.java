package io.moked.tenancy;

import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells the database, as each transaction begins, whose rows it may show. A transaction that cannot
 * be told so does not begin, and leaves nothing behind on its thread.
 */
@Component
class TenantTransactions extends JdbcTransactionManager {

    private final transient JdbcClient jdbc;

    TenantTransactions(DataSource app) {
        super(app);
        this.jdbc = JdbcClient.create(app);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        if (TenantScope.CURRENT.isBound()) {
            try {
                enter(TenantScope.current());
            } catch (DataAccessException away) {
                doCleanupAfterCompletion(transaction);
                throw new CannotCreateTransactionException("The tenant could not be set", away);
            }
        }
    }

    private void enter(TenantId tenant) {
        jdbc.sql("select set_config('app.tenant', :tenant, true)")
                .param("tenant", tenant.value().toString())
                .query(String.class)
                .single();
    }
}
