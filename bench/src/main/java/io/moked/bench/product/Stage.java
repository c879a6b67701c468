package io.moked.bench.product;

import io.moked.bench.product.Access.Line;
import java.util.concurrent.atomic.AtomicLong;

/** A running product with everything a benchmark needs of it. */
public record Stage(Access access, Database database, CpuTime cpu, AtomicLong numbers) {

    public static Stage of(Product product) throws Exception {
        return new Stage(product.access(), product.database(), product.cpu(), new AtomicLong(1));
    }

    /** Numbers of businesses take turns. */
    public Line line(int number) {
        return access.lines().get(number % access.lines().size());
    }
}
