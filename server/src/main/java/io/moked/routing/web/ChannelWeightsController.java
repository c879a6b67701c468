package io.moked.routing.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.access.SignedIn;
import io.moked.channel.ChannelId;
import io.moked.kernel.Slice;
import io.moked.routing.weight.Weights;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What conversations take of agents. */
@RestController
@RequestMapping("/api/v1")
class ChannelWeightsController {

    private final Weights weights;

    ChannelWeightsController(Weights weights) {
        this.weights = weights;
    }

    /** How many units of an agent's capacity each conversation of a channel takes. */
    record ChannelWeight(UUID channelId, int units) {}

    record WantedChannelWeight(@Min(1) @Max(10) int units) {}

    /** Of each channel. */
    @GetMapping("/channel-weights")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    Slice<ChannelWeight> list() {
        return Slice.whole(
                weights.all().stream()
                        .map(it -> new ChannelWeight(it.channel(), it.units()))
                        .toList());
    }

    /** Of what comes to wait, or to somebody, from now on. */
    @PutMapping("/channels/{id}/weight")
    @Requires(Permission.MANAGE_DEPARTMENTS)
    ChannelWeight set(
            SignedIn caller,
            @PathVariable UUID id,
            @Valid @RequestBody WantedChannelWeight wanted) {
        weights.set(new ChannelId(id), wanted.units(), caller.user());
        return new ChannelWeight(id, wanted.units());
    }
}
