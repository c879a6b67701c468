package io.moked.metaapp;

import io.moked.kernel.Refusal;

/** Why an app stays as it is. */
final class Refusals {

    private Refusals() {}

    static final class AppAlreadyAdded extends Refusal {
        AppAlreadyAdded() {
            super(Kind.CONFLICT, "app-already-added");
        }
    }

    static final class TooManyApps extends Refusal {
        TooManyApps() {
            super(Kind.CONFLICT, "too-many-apps");
        }
    }

    /** What numbers say would be refused from then on. */
    static final class AppInUse extends Refusal {
        AppInUse() {
            super(Kind.CONFLICT, "app-in-use");
        }
    }

    static final class AppHasTwoSecrets extends Refusal {
        AppHasTwoSecrets() {
            super(Kind.CONFLICT, "app-has-two-secrets");
        }
    }

    /** Without a secret nothing is signed well. */
    static final class AppHasOneSecret extends Refusal {
        AppHasOneSecret() {
            super(Kind.CONFLICT, "app-has-one-secret");
        }
    }
}
