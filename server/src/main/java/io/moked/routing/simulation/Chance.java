package io.moked.routing.simulation;

import io.moked.routing.simulation.Plan.Handling;
import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws what is not certain; the same for the same seed. */
final class Chance {

    private final RandomGenerator random;

    Chance(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** From zero to one, but not one. */
    double share() {
        return random.nextDouble();
    }

    /** Infinite where the mean is: what never happens. */
    double exponential(double mean) {
        return -Math.log1p(-random.nextDouble()) * mean;
    }

    Duration exponential(Duration mean) {
        return Duration.ofNanos(Math.round(exponential((double) mean.toNanos())));
    }

    Duration handling(Handling handling) {
        var variation = handling.variation();
        return variation == null
                ? exponential(handling.mean())
                : lognormal(handling.mean(), variation);
    }

    /** With σ² = ln(1 + v²) and μ = ln m − σ²/2, the mean is m and the deviation v·m. */
    private Duration lognormal(Duration mean, double variation) {
        double variance = Math.log1p(variation * variation);
        double exponent = Math.sqrt(variance) * random.nextGaussian() - variance / 2;
        return Duration.ofNanos(Math.round(mean.toNanos() * Math.exp(exponent)));
    }
}
