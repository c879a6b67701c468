package io.moked.bench.stream;

import io.moked.bench.measure.Load;
import io.moked.bench.webhook.Crowd;
import io.moked.bench.webhook.Sender;

/** Posts messages that somebody at an open console looks out for. */
public record Watched(Sender sender, Sightings sightings) implements Load.Hand {

    @Override
    public boolean work() throws Exception {
        long number = sightings.next();
        return sender.post(number, Crowd.phone(number), Crowd.TEXT);
    }

    @Override
    public void close() throws Exception {
        sender.close();
    }
}
