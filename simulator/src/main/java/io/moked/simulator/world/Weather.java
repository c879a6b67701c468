package io.moked.simulator.world;

import tools.jackson.databind.node.ObjectNode;

/** The conditions everything happens under: its time, its pace and its faults. */
public final class Weather {

    private final WorldClock clock = new WorldClock();
    private volatile Settings settings = Settings.DEFAULT;
    private volatile Faults faults = Faults.NONE;

    public WorldClock clock() {
        return clock;
    }

    public Settings settings() {
        return settings;
    }

    public void change(ObjectNode changes) {
        settings = settings.with(changes);
    }

    public Faults faults() {
        return faults;
    }

    public Faults faults(String phoneNumberId) {
        return faults.on(phoneNumberId);
    }

    public void become(Faults faults) {
        this.faults = faults;
        clock.stir();
    }
}
