package io.moked.signin;

import io.moked.factor.Gate;
import io.moked.factor.Throttle;
import org.springframework.stereotype.Component;

/** Counts tries: by account and network, or by the device alone where the account knows it. */
@Component
class Attempts {

    private final Throttle throttle;
    private final KnownDevices devices;

    Attempts(Throttle throttle, KnownDevices devices) {
        this.throttle = throttle;
        this.devices = devices;
    }

    Throttle.Try enter(Gate gate, String email, String subject, Visitor visitor) {
        return devices.device(email, visitor)
                .map(device -> throttle.enter(gate, device, null))
                .orElseGet(() -> throttle.enter(gate, subject, visitor.origin().address()));
    }

    /** By somebody who has not said yet who they are. */
    Throttle.Try enter(Gate gate, Visitor visitor) {
        return throttle.enter(gate, null, visitor.origin().address());
    }
}
