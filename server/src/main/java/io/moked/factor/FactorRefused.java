package io.moked.factor;

import io.moked.kernel.Refusal;

/** What was shown does not prove it: a wrong code, a password, a passkey of somebody else. */
public class FactorRefused extends Refusal {

    public FactorRefused() {
        super(Kind.NOT_PERMITTED, "factor-refused");
    }
}
