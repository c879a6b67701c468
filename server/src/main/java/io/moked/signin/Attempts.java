package io.moked.signin;

import io.moked.access.Passwords;
import io.moked.access.SessionHistory;
import io.moked.factor.Gate;
import io.moked.factor.Throttle;
import io.moked.tenancy.TenantScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts tries: by account and network, or by the device alone where the account knows it. Those
 * that fail are told to the business whose account it is.
 */
@Component
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Throttle throttle;
    private final KnownDevices devices;
    private final Passwords passwords;
    private final SessionHistory history;

    Attempts(Throttle throttle, KnownDevices devices, Passwords passwords, SessionHistory history) {
        this.throttle = throttle;
        this.devices = devices;
        this.passwords = passwords;
        this.history = history;
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

    /** After the answer, whose time would tell whether there is anybody with the address. */
    void tellOfFailure(String email, Visitor visitor) {
        Thread.ofVirtual()
                .name("failed-sign-in")
                .start(() -> {
                    try {
                        passwords.owners(email).forEach(owner -> note(owner, visitor));
                    } catch (RuntimeException away) {
                        LOG.warn("A failure was not noted: {}", away.getClass().getSimpleName());
                    }
                });
    }

    private void note(Passwords.Owner owner, Visitor visitor) {
        TenantScope.run(owner.tenant(), () -> history.noteFailure(owner.user(), visitor.origin()));
    }
}
