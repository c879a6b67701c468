package io.moked.channel.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.channel.Channels;
import io.moked.kernel.Slice;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The connected numbers of a tenant. */
@RestController
@RequestMapping("/api/v1/channels")
class ChannelsController {

    private final Channels channels;

    ChannelsController(Channels channels) {
        this.channels = channels;
    }

    /**
     * A number that is connected.
     *
     * @param appId the tenant's own app that delivers for it, if the platform's does not
     */
    record ConnectedNumber(
            UUID id,
            String name,
            String phoneNumberId,
            String displayPhoneNumber,
            @Nullable UUID appId) {}

    /** All numbers, by name; never with their tokens. */
    @GetMapping
    @Requires(Permission.READ_CONVERSATIONS)
    Slice<ConnectedNumber> list() {
        return Slice.whole(
                channels.all().stream()
                        .map(channel ->
                                new ConnectedNumber(
                                        channel.id().value(),
                                        channel.name(),
                                        channel.externalId(),
                                        channel.address(),
                                        channel.appId()))
                        .toList());
    }
}
