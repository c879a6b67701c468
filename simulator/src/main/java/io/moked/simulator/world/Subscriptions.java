package io.moked.simulator.world;

import io.moked.simulator.world.Setup.Waba;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The apps that hear of an account. */
public final class Subscriptions {

    private final Map<String, Optional<URI>> apps = new LinkedHashMap<>();

    Subscriptions(Waba waba) {
        if (waba.appId() != null) {
            apps.put(waba.appId(), Optional.empty());
        }
    }

    /** A subscription without an override takes the earlier one away. */
    public synchronized void add(String appId, @Nullable URI override) {
        apps.put(appId, Optional.ofNullable(override));
    }

    public synchronized void remove(String appId) {
        apps.remove(appId);
    }

    public synchronized List<String> appIds() {
        return List.copyOf(apps.keySet());
    }

    public synchronized Optional<URI> override(String appId) {
        return apps.getOrDefault(appId, Optional.empty());
    }
}
