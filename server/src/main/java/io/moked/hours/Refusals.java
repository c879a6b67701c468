package io.moked.hours;

import io.moked.kernel.Refusal;

/** Why a calendar is not changed as asked, or a file not read. */
public final class Refusals {

    private Refusals() {}

    /** Another calendar is called so. */
    static final class NameTaken extends Refusal {
        NameTaken() {
            super(Kind.CONFLICT, "calendar-name-taken");
        }
    }

    /** Somebody has changed it meanwhile. */
    static final class Changed extends Refusal {
        Changed() {
            super(Kind.CONFLICT, "calendar-changed");
        }
    }

    /** Somebody's hours are these. */
    static final class InUse extends Refusal {
        InUse() {
            super(Kind.CONFLICT, "calendar-in-use");
        }
    }

    /** A file is larger than any list of holidays. */
    public static final class FileTooLarge extends Refusal {
        public FileTooLarge() {
            super(Kind.TOO_LARGE, "calendar-file-too-large");
        }
    }

    /** There are more days in it than a calendar can have. */
    static final class FileTooLong extends Refusal {
        FileTooLong() {
            super(Kind.TOO_LARGE, "calendar-file-too-long");
        }
    }

    /** It is no iCalendar file. */
    static final class FileNotReadable extends Refusal {
        FileNotReadable() {
            super(Kind.INVALID, "calendar-file-not-readable");
        }
    }
}
