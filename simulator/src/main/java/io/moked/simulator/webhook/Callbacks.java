package io.moked.simulator.webhook;

import io.moked.simulator.world.NumberState;
import io.moked.simulator.world.Setup.App;
import io.moked.simulator.world.Subscriptions;
import io.moked.simulator.world.World;
import io.moked.simulator.world.World.Line;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Who is told of what, and where: messages of a number may go elsewhere than the rest. */
final class Callbacks {

    private final World world;

    Callbacks(World world) {
        this.world = world;
    }

    /** The apps that have subscribed to the account and to the field. */
    List<String> listeners(Line line, String field) {
        return world.accounts().of(line.waba()).appIds().stream()
                .filter(id -> world.app(id).filter(app -> app.hears(field)).isPresent())
                .toList();
    }

    /** The override of the number, or that of the account, or the callback of the app. */
    Optional<URI> of(String appId, Line line, String field) {
        Optional<URI> own = world.app(appId).map(App::callback);
        if (!field.equals("messages") || world.app(appId).isEmpty()) {
            return own;
        }
        NumberState number = world.state(line);
        Subscriptions account = world.accounts().of(line.waba());
        return number.callback().or(() -> account.override(appId)).or(() -> own);
    }
}
