package io.moked.bench.fault;

import io.moked.bench.crash.Lab;
import io.moked.bench.measure.Paper;
import io.moked.bench.measure.Settings;
import io.moked.bench.product.DataDirectory;
import io.moked.bench.product.Installation;
import io.moked.bench.product.Packaged;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One trouble after the other, with people at work. */
public final class FaultBench {

    private static final Duration WINDOW = Duration.ofSeconds(5);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final Lab lab;
    private final Installation installation;
    private final List<Endured> endured = new ArrayList<>();
    private final List<Neighbours> neighbours = new ArrayList<>();
    private Duration stop = Duration.ZERO;

    private FaultBench(Lab lab) {
        this.lab = lab;
        this.installation = lab.installation();
    }

    public static Faults run(Packaged packaged, Settings settings) throws Exception {
        System.out.println("  seed " + settings.seed());
        var random = new Random(settings.seed());
        var history = Paper.file("faults", "jsonl");
        try (var installation =
                        Installation.start(
                                packaged, DataDirectory.temporary(), List.of(), Lab.PHONES);
                var lab = new Lab(installation, history, random)) {
            var disk = FullDisk.endure(packaged, Paper.file("full-disk", "jsonl"), random);
            return new FaultBench(lab).run(settings.pairs(), disk);
        }
    }

    private Faults run(int pairs, java.util.Optional<Endured> disk) throws Exception {
        disk.ifPresent(endured::add);
        var endurance = new Endurance(lab);
        for (var trouble : Trouble.values()) {
            endured.add(endurance.endure(trouble.title(), () -> trouble.last(installation)));
        }
        endured.add(endurance.endure("told to stop, and started again", this::stopAndStart));
        for (var trouble : MetaTrouble.values()) {
            neighbours.add(neighbours(trouble, pairs));
        }
        var violations = lab.finalEvidence().violations();
        return new Faults(disk.isPresent(), endured, stop, neighbours, violations);
    }

    private void stopAndStart() throws Exception {
        stop = installation.server().stop(LONGEST_STOP);
        installation.server().start();
    }

    /** The first number is in trouble, and the second is looked at, without and with it. */
    private Neighbours neighbours(MetaTrouble trouble, int pairs) throws Exception {
        var simulator = installation.simulator();
        var number = installation.access().lines().getFirst().phoneNumberId();
        var courier = new Courier(lab.office(1), simulator);
        var found = new ArrayList<Neighbours.Pair>();
        for (int pair = 0; pair < pairs; pair++) {
            var calm = courier.answer(WINDOW);
            simulator.faults(trouble.with(number));
            var troubled = courier.answer(WINDOW);
            simulator.heal();
            awaitNoClaims();
            found.add(Neighbours.Pair.of(calm, troubled));
        }
        System.out.println("  Meta " + trouble.title());
        return new Neighbours(trouble.title(), found);
    }

    private void awaitNoClaims() throws Exception {
        for (int tries = 0; tries < 200 && installation.database().claimed() > 0; tries++) {
            Thread.sleep(Duration.ofMillis(100));
        }
    }
}
