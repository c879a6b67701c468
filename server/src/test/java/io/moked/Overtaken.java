package io.moked;

import static org.awaitility.Awaitility.await;

import io.moked.database.WorkerDatabase;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes of a request that was under way while something else changed. */
public final class Overtaken {

    private Overtaken() {}

    /**
     * Sends the request when the change is made but not committed, and commits once the request is
     * answered, or waits for the change.
     */
    public static <T> T by(
            ApplicationContext server, TenantId tenant, Runnable change, Callable<T> request)
            throws Exception {
        var transactions = server.getBean(TransactionTemplate.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<T> answer =
                    TenantScope.call(
                            tenant,
                            () ->
                                    transactions.execute(tx -> {
                                        change.run();
                                        var sent = threads.submit(request);
                                        await().until(() -> sent.isDone() || isAnyWaiting(server));
                                        return sent;
                                    }));
            return answer.get();
        }
    }

    /** Whether anything waits for a lock. */
    public static boolean isAnyWaiting(ApplicationContext server) {
        return server.getBean(WorkerDatabase.class)
                .jdbc()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
