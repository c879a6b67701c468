package io.moked.channel;

import io.moked.kernel.Refusal;

/** The number is not connected any more: nothing can be sent through it. */
public final class ChannelEnded extends Refusal {

    ChannelEnded() {
        super(Kind.CONFLICT, "channel-ended");
    }
}
