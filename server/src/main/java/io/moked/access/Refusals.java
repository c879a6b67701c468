package io.moked.access;

import io.moked.kernel.Refusal;

/** Why a caller is not let through, or an account not changed as asked. */
final class Refusals {

    private Refusals() {}

    /** The request needs a caller and has none. */
    static final class SignInRequired extends Refusal {
        SignInRequired() {
            super(Kind.UNKNOWN_CALLER, "sign-in-required");
        }
    }

    /** The caller's role does not include what the request needs. */
    static final class NotPermitted extends Refusal {
        NotPermitted() {
            super(Kind.NOT_PERMITTED, "not-permitted");
        }
    }

    /** A program asks for what only people may do. */
    static final class PeopleOnly extends Refusal {
        PeopleOnly() {
            super(Kind.NOT_PERMITTED, "people-only");
        }
    }

    /** The caller has shown a password and must show a second factor. */
    static final class SecondFactorRequired extends Refusal {
        SecondFactorRequired() {
            super(Kind.NOT_PERMITTED, "second-factor-required");
        }
    }

    /** The business asks for a second factor, and the caller has none yet. */
    static final class EnrolmentRequired extends Refusal {
        EnrolmentRequired() {
            super(Kind.NOT_PERMITTED, "enrolment-required");
        }
    }

    /** It is too long ago that the caller has shown a factor, for something as grave as this. */
    static final class ConfirmationRequired extends Refusal {
        ConfirmationRequired() {
            super(Kind.NOT_PERMITTED, "confirm-it-is-you");
        }
    }

    /** Somebody of the same business has the address. */
    static final class EmailTaken extends Refusal {
        EmailTaken() {
            super(Kind.CONFLICT, "email-taken");
        }
    }

    /** Nobody would be left who could let anyone in. */
    static final class LastAdministrator extends Refusal {
        LastAdministrator() {
            super(Kind.CONFLICT, "last-administrator");
        }
    }

    /** It would give, or take from, somebody more than the caller has. */
    static final class BeyondOwnPermissions extends Refusal {
        BeyondOwnPermissions() {
            super(Kind.NOT_PERMITTED, "beyond-own-permissions");
        }
    }

    /** Another role is called the same. */
    static final class RoleNameTaken extends Refusal {
        RoleNameTaken() {
            super(Kind.CONFLICT, "role-name-taken");
        }
    }

    /** Somebody still holds the role. */
    static final class RoleInUse extends Refusal {
        RoleInUse() {
            super(Kind.CONFLICT, "role-in-use");
        }
    }
}
