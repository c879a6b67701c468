package io.moked.simulator.world;

import java.time.Duration;
import java.util.UUID;

/** The addresses media are downloaded from, each good for five minutes. */
public final class MediaAddresses {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final String origin;
    private final WorldClock clock;
    private final String salt = UUID.randomUUID().toString();

    public MediaAddresses(String origin, WorldClock clock) {
        this.origin = origin;
        this.clock = clock;
    }

    public String of(Media media) {
        String until = Long.toString(clock.now().plus(LIFE).getEpochSecond());
        return origin
                + "/whatsapp_business/attachments/?mid="
                + media.id()
                + "&ext="
                + until
                + "&hash="
                + hash(media, until);
    }

    public boolean fresh(Media media, String until, String hash) {
        return hash.equals(hash(media, until))
                && clock.now().getEpochSecond() <= Long.parseLong(until);
    }

    private String hash(Media media, String until) {
        return Integer.toHexString((salt + media.id() + until).hashCode());
    }
}
