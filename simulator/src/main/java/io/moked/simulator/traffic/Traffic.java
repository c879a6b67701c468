package io.moked.simulator.traffic;

import io.moked.simulator.control.Phones;
import io.moked.simulator.web.Answer;
import io.moked.simulator.web.Json;
import io.moked.simulator.web.Request;
import io.moked.simulator.web.Routes;
import io.moked.simulator.world.Chats;
import io.moked.simulator.world.MediaStore;
import io.moked.simulator.world.World;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Switches on and off the customers who write by themselves. */
public final class Traffic {

    private static final System.Logger LOG = System.getLogger(Traffic.class.getName());

    private final World world;
    private final Chats chats;
    private final Phones phones;
    private final MediaStore media;
    private Plan plan = new Plan(false, 0, null);
    private @Nullable Thread thread;

    public Traffic(World world, Chats chats, Phones phones, MediaStore media) {
        this.world = world;
        this.chats = chats;
        this.phones = phones;
        this.media = media;
    }

    /**
     * Whether people write, how often in a minute all together, and the seed that repeats a run.
     */
    private record Plan(boolean on, double perMinute, @Nullable Long seed) {

        private static final double FEW = 4;

        private Plan {
            perMinute = perMinute > 0 ? perMinute : FEW;
        }
    }

    public void addTo(Routes routes) {
        routes.on("GET", "/simulator/traffic", request -> show())
                .on("PUT", "/simulator/traffic", this::change);
    }

    private synchronized Answer show() {
        return Answer.json(plan);
    }

    private synchronized Answer change(Request request) throws IOException {
        plan = Json.MAPPER.treeToValue(request.object(), Plan.class);
        if (thread != null) {
            thread.interrupt();
        }
        Plan begun = plan;
        thread = begun.on ? Thread.startVirtualThread(() -> run(begun)) : null;
        return show();
    }

    private void run(Plan begun) {
        var random = begun.seed == null ? new Random() : new Random(begun.seed);
        var crowd = new Crowd(world, chats, phones, new Speaker(phones, media), random);
        try {
            while (true) {
                crowd.act();
                double evenly = 60_000 / begun.perMinute;
                Thread.sleep(Duration.ofMillis((long) (evenly * (0.5 + random.nextDouble()))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.log(Level.ERROR, "The traffic has stopped", e);
        }
    }
}
