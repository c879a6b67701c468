package io.moked.bench.crash;

import io.moked.bench.crash.Crash.Recovered;
import io.moked.bench.measure.Paper;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Installation;
import io.moked.bench.product.Packaged;
import io.moked.bench.proof.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Blow after blow, each in the middle of work; after each the promises are checked. */
public final class CrashBench {

    private static final int RARE = 6;

    /** Soon over, and each meets only the sends that are just under way. */
    private static final int FREEZES = 6;

    private final Lab lab;
    private final Random random;
    private final List<Recovered> recoveries = new ArrayList<>();

    private CrashBench(Lab lab, Random random) {
        this.lab = lab;
        this.random = random;
    }

    public static Crash run(Packaged packaged, Settings settings) throws Exception {
        long seed = settings.seed();
        System.out.println("  seed " + seed);
        var random = new Random(seed);
        var file = Paper.file("crash", "jsonl");
        try (var installation =
                        Installation.start(
                                packaged, DataDirectory.temporary(), List.of(), Lab.PHONES);
                var lab = new Lab(installation, file, random)) {
            lab.changeWeather(new Random(seed));
            return new CrashBench(lab, random).run(blows(settings.rounds(), random), seed);
        }
    }

    private static List<Blow> blows(int rounds, Random random) {
        var blows = new ArrayList<Blow>();
        blows.addAll(Collections.nCopies(rounds, Blow.SERVER));
        blows.addAll(Collections.nCopies(rounds, Blow.DATABASE));
        blows.addAll(Collections.nCopies(Math.ceilDiv(rounds, RARE), Blow.BOTH));
        blows.addAll(Collections.nCopies(Math.max(FREEZES, rounds / RARE), Blow.FROZEN));
        Collections.shuffle(blows, random);
        return blows;
    }

    /** Stops at the first promise that does not hold. */
    private Crash run(List<Blow> blows, long seed) throws Exception {
        for (int number = 1; number <= blows.size(); number++) {
            var evidence = round(number, blows.get(number - 1));
            if (!evidence.violations().isEmpty()) {
                return conclude(evidence, seed);
            }
        }
        return conclude(lab.finalEvidence(), seed);
    }

    private Evidence round(int number, Blow blow) throws Exception {
        pause(300, 3_000);
        var struck = blow.strike(lab.installation(), random);
        lab.recovery().struck(struck);
        var recovered = new Recovered(blow.title(), lab.recovery().await().toMillis());
        recoveries.add(recovered);
        pause(500, 1_500);
        // Whoever held these is dead: let five minutes pass.
        lab.installation().database().endLeases(struck);
        var evidence = lab.evidence();
        System.out.printf(
                "  %3d  %-30s acknowledged again after %5d ms   %,7d calls%n",
                number, recovered.blow(), recovered.millis(), evidence.calls().size());
        return evidence;
    }

    private void pause(int least, int most) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(random.nextInt(least, most)));
    }

    private Crash conclude(Evidence evidence, long seed) {
        return Crash.of(seed, recoveries, evidence, evidence.violations());
    }
}
