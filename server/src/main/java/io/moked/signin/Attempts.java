package io.moked.signin;

import io.moked.access.Passwords;
import io.moked.access.Passwords.Owner;
import io.moked.access.SessionHistory;
import io.moked.access.SignedIn;
import io.moked.access.UserId;
import io.moked.factor.Gate;
import io.moked.factor.PasskeyTalk.ShownPasskey;
import io.moked.factor.Passkeys;
import io.moked.factor.Throttle;
import io.moked.tenancy.TenantId;
import io.moked.tenancy.TenantScope;
import java.util.ArrayList;
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
    private final Passkeys passkeys;
    private final SessionHistory history;

    Attempts(
            Throttle throttle,
            KnownDevices devices,
            Passwords passwords,
            Passkeys passkeys,
            SessionHistory history) {
        this.throttle = throttle;
        this.devices = devices;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.history = history;
    }

    /** By somebody who is known, and shows more. */
    Throttle.Try enter(Gate gate, SignedIn caller, Visitor visitor) {
        var account = KnownDevices.account(caller.tenant(), caller.user());
        return devices.device(caller.tenant(), caller.user(), visitor)
                .map(device -> throttle.enter(gate, device, null))
                .orElseGet(() -> throttle.enter(gate, account, visitor.origin().address()));
    }

    /** By somebody who names an address, and has yet to show which account they mean. */
    AddressTry enterAt(String email, Visitor visitor) {
        var from = visitor.origin().address();
        var owners = passwords.withAddress(email);
        var attempt = new AddressTry();
        if (owners.isEmpty()) {
            attempt.enterCrowd(() -> throttle.enter(Gate.PASSWORD, email, from));
            return attempt.orRefused();
        }
        var strange = new ArrayList<Owner>();
        for (var owner : owners) {
            devices.device(owner.tenant(), owner.user(), visitor)
                    .ifPresentOrElse(
                            it ->
                                    attempt.enterKnown(
                                            owner, () -> throttle.enter(Gate.PASSWORD, it, null)),
                            () -> strange.add(owner));
        }
        if (!strange.isEmpty()
                && attempt.enterCrowd(() -> throttle.enter(Gate.PASSWORD, null, from))) {
            for (var owner : strange) {
                var account = KnownDevices.account(owner.tenant(), owner.user());
                attempt.enter(owner, () -> throttle.enter(Gate.PASSWORD, account, null));
            }
        }
        return attempt.orRefused();
    }

    /** By somebody who has not said yet who they are. */
    Throttle.Try enter(Gate gate, Visitor visitor) {
        return throttle.enter(gate, null, visitor.origin().address());
    }

    /**
     * Where several businesses have an account with the address, nobody can say whose was meant,
     * and none hears where the visitor is but the one whose device this is.
     */
    void tellOfFailure(AddressTry attempt, String email, Visitor visitor) {
        afterwards(() -> {
            var owners = passwords.owners(email);
            owners.stream()
                    .filter(it -> owners.size() == 1 || attempt.isKnownTo(it))
                    .forEach(it -> note(it.tenant(), it.user(), visitor));
        });
    }

    void tellOfFailure(ShownPasskey refused, Visitor visitor) {
        afterwards(() ->
                passkeys.meant(refused)
                        .ifPresent(it -> note(it.tenant(), new UserId(it.user()), visitor)));
    }

    /**
     * After the answer, whose time would tell whether there is anybody. The request is gone by
     * then, and its cookies with it.
     */
    private static void afterwards(Runnable telling) {
        Thread.ofVirtual()
                .name("failed-sign-in")
                .start(() -> {
                    try {
                        telling.run();
                    } catch (RuntimeException away) {
                        LOG.warn("A failure was not noted: {}", away.getClass().getSimpleName());
                    }
                });
    }

    private void note(TenantId tenant, UserId user, Visitor visitor) {
        TenantScope.run(tenant, () -> history.noteFailure(user, visitor.origin()));
    }
}
