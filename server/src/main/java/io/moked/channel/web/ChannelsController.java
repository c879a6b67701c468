package io.moked.channel.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.channel.Channel;
import io.moked.channel.Channels;
import io.moked.kernel.Slice;
import java.time.Instant;
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
     * A number that is connected, or was.
     *
     * @param appId the tenant's own app that delivers for it, if the platform's does not
     * @param stopped why Meta takes nothing from it, if so
     * @param disconnectedAt since when nothing comes or goes through it, if so
     */
    record ConnectedNumber(
            UUID id,
            String name,
            String phoneNumberId,
            String displayPhoneNumber,
            @Nullable UUID appId,
            @Nullable Stopped stopped,
            @Nullable Instant disconnectedAt) {}

    /**
     * Since when Meta takes nothing from a number.
     *
     * @param code Meta's, such as {@code 190} for a token that has ended
     */
    record Stopped(String code, Instant since) {

        static @Nullable Stopped of(Channel.@Nullable Stop stop) {
            return stop == null ? null : new Stopped(stop.code(), stop.since());
        }
    }

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
                                        channel.appId(),
                                        Stopped.of(channel.stop()),
                                        channel.endedAt()))
                        .toList());
    }
}
