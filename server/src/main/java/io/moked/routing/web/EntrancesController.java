package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.routing.entrance.Entrances;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** In which department new conversations of a number begin. */
@RestController
@RequestMapping("/api/v1/channels/{id}/department")
class EntrancesController {

    private final Channels channels;
    private final Entrances entrances;

    EntrancesController(Channels channels, Entrances entrances) {
        this.channels = channels;
        this.entrances = entrances;
    }

    /**
     * Where new conversations wait.
     *
     * @param departmentId null for the standard department
     */
    record Entrance(@Nullable UUID departmentId) {}

    /** In whose line new conversations of this number wait. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Entrance show(@PathVariable UUID id) {
        return entrance(channels.find(new ChannelId(id)).id());
    }

    /** In whose line they wait from now on; what is there already stays where it is. */
    @PutMapping
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Entrance set(SignedIn caller, @PathVariable UUID id, @Valid @RequestBody Entrance wanted) {
        var channel = channels.connected(new ChannelId(id)).id();
        entrances.set(channel.value(), wanted.departmentId(), caller);
        return entrance(channel);
    }

    private Entrance entrance(ChannelId channel) {
        return new Entrance(entrances.of(channel.value()).orElse(null));
    }
}
