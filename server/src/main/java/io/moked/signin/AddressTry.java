package io.moked.signin;

import io.moked.access.Passwords.Owner;
import io.moked.access.UserId;
import io.moked.factor.Throttle;
import io.moked.factor.TooManyAttempts;
import io.moked.kernel.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A password tried at an address. Each account with that address counts for itself, and one that is
 * closed for now is left out: whoever has one of them can neither hurry nor hold up another.
 */
final class AddressTry {

    private final Map<Owner, Throttle.Try> open = new LinkedHashMap<>();
    private final Set<UserId> known = new HashSet<>();
    private @Nullable TooManyAttempts closed;
    private Throttle.@Nullable Try crowd;

    /** The accounts that the password may be judged by. */
    List<Owner> open() {
        return List.copyOf(open.keySet());
    }

    /** An account that knows the visitor's device. */
    void enterKnown(Owner owner, Supplier<Throttle.Try> gate) {
        known.add(owner.user());
        enter(owner, gate);
    }

    boolean isKnownTo(Owner owner) {
        return known.contains(owner.user());
    }

    void enter(Owner owner, Supplier<Throttle.Try> gate) {
        try {
            open.put(owner, gate.get());
        } catch (TooManyAttempts wait) {
            closed = wait;
        }
    }

    /** Whether the network, or an address that nobody has, may try once more. */
    boolean enterCrowd(Supplier<Throttle.Try> gate) {
        try {
            crowd = gate.get();
            return true;
        } catch (TooManyAttempts wait) {
            closed = wait;
            return false;
        }
    }

    /** Refuses a try that nothing is open for. */
    AddressTry orRefused() {
        if (open.isEmpty() && closed != null) {
            throw closed;
        }
        return this;
    }

    /** It might have been right where it was not judged. */
    Refusal failed() {
        return closed == null ? new SignInFailed() : closed;
    }

    /** Forgets the tries at the accounts whose password it is; at the others only this one. */
    void right(Collection<Owner> owners) {
        open.forEach((account, attempt) -> {
            if (owners.contains(account)) {
                attempt.right();
            } else {
                attempt.takeBack();
            }
        });
        if (crowd != null) {
            crowd.right();
        }
    }
}
