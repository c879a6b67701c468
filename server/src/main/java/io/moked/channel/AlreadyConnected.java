package io.moked.channel;

import io.moked.kernel.Refusal;

/** A number belongs to one tenant; connecting it twice would deliver its messages to strangers. */
class AlreadyConnected extends Refusal {

    AlreadyConnected() {
        super(Kind.CONFLICT, "channel-already-connected");
    }
}
