package io.moked.conversation;

import io.moked.database.WorkerDatabase;
import org.springframework.stereotype.Component;

/** Counts what waits to be sent, over all tenants. */
@Component
public class OutboxWatch {

    private final WorkerDatabase worker;

    OutboxWatch(WorkerDatabase worker) {
        this.worker = worker;
    }

    public int waiting() {
        return worker.jdbc()
                .sql("select count(*) from conversation.outbox where state <> 'unknown'")
                .query(Integer.class)
                .single();
    }
}
