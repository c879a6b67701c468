package io.moked.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells the database, as each transaction begins, whose rows it may show. */
@Component
class TenantTransactions implements TransactionExecutionListener {

    private final ObjectProvider<JdbcClient> jdbc;

    TenantTransactions(ObjectProvider<JdbcClient> jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && TenantScope.CURRENT.isBound()) {
            jdbc.getObject()
                    .sql("select set_config('app.tenant', :tenant, true)")
                    .param("tenant", TenantScope.current().value().toString())
                    .query(String.class)
                    .single();
        }
    }
}
