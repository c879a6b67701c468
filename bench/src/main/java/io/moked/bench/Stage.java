package io.moked.bench;

import io.moked.bench.Access.Line;
import java.util.concurrent.atomic.AtomicLong;

/** A running product with everything a benchmark needs of it. */
record Stage(Access access, Database database, CpuTime cpu, AtomicLong numbers) {

    static Stage of(Product product) throws Exception {
        return new Stage(product.access(), product.database(), product.cpu(), new AtomicLong(1));
    }

    /** Numbers of businesses take turns. */
    Line line(int number) {
        return access.lines().get(number % access.lines().size());
    }
}
