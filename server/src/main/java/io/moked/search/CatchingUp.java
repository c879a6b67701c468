package io.moked.search;

import io.moked.conversation.Message.Writings;
import io.moked.database.WorkerDatabase;
import io.moked.kernel.Cursor;
import io.moked.kernel.Limit;
import io.moked.kernel.Page;
import io.moked.search.EntryStore.Progress;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import io.moked.timetable.Rounds;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Reads what was written before the journal began to be followed: of one business after another,
 * the latest first, a small part at a time.
 */
@Component
class CatchingUp extends Rounds {

    private static final int PART = 500;

    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final EntryStore store;
    private final Indexing indexing;
    private final Writings writings;
    private final Tenants tenants;
    private final WorkerDatabase worker;

    CatchingUp(
            EntryStore store,
            Indexing indexing,
            Writings writings,
            Tenants tenants,
            WorkerDatabase worker) {
        super("search-catching-up", LONGEST_SLEEP);
        this.store = store;
        this.indexing = indexing;
        this.writings = writings;
        this.tenants = tenants;
        this.worker = worker;
    }

    @Override
    protected boolean round() {
        var more = worker.transactions().execute(tx -> store.next().map(this::goOn).isPresent());
        if (Boolean.TRUE.equals(more)) {
            return true;
        }
        return begin() > 0 || store.unfinished() > 0;
    }

    private boolean goOn(Progress from) {
        var ids = TenantScope.call(from.tenant(), () -> writings.before(from.before(), PART));
        indexing.write(from.tenant(), ids);
        if (ids.size() < PART) {
            store.finish(from.tenant());
        } else {
            store.move(new Progress(from.tenant(), ids.getLast()));
        }
        return true;
    }

    /** Businesses that nobody has begun with, as they are few. */
    private int begin() {
        int begun = 0;
        var page = new Page(Cursor.NEWEST, Limit.PAGE_ROWS.value());
        var slice = tenants.businesses(page);
        while (true) {
            begun += store.begin(slice.items().stream().map(Tenant::id).toList());
            if (slice.next() == null) {
                return begun;
            }
            slice = tenants.businesses(Page.of(slice.next(), page.limit()));
        }
    }
}
