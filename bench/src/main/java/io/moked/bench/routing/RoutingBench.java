package io.moked.bench.routing;

import io.moked.bench.measure.Result;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Packaged;
import io.moked.bench.product.Product;
import io.moked.bench.product.Stage;
import java.util.List;
import java.util.stream.Stream;

/** How soon it is decided who gets what, and whether that is true when many decide at once. */
public record RoutingBench(int wanted, Decided engine, Given live, Race race) implements Result {

    public static RoutingBench run(Packaged packaged, Settings settings) throws Exception {
        var engine = Decided.measure(packaged);
        try (var data = DataDirectory.temporary();
                var product = Product.start(packaged, data)) {
            var stage = Stage.of(product);
            var live = Given.measure(stage);
            var race = Race.run(packaged, data, stage, settings.decisions());
            return new RoutingBench(settings.decisions(), engine, live, race);
        }
    }

    @Override
    public boolean isGood() {
        return live.never() == 0 && race.isGood(wanted);
    }

    @Override
    public List<Row> rows() {
        return Stream.of(engine.rows(), live.rows(), race.rows()).flatMap(List::stream).toList();
    }
}
