package io.moked.whatsapp;

/**
 * Whether acknowledging needs all that the machine can give. Told by how many wait for their commit
 * at a time, on average of the latest ones; it is not over before clearly fewer do.
 */
final class Pressure {

    private static final double MANY = 13;
    private static final double FEW = 9;
    private static final int LATEST = 32;

    private double average;
    private volatile boolean on;

    void waited(int waiting) {
        average += (waiting - average) / LATEST;
        on = average > (on ? FEW : MANY);
    }

    void nobodyWaited() {
        average = 0;
        on = false;
    }

    boolean isOn() {
        return on;
    }
}
