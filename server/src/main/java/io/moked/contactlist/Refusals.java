package io.moked.contactlist;

import io.moked.kernel.Limit;
import io.moked.kernel.Refusal;
import java.util.Map;

/** Why a list is not read, or not taken in. */
public final class Refusals {

    private Refusals() {}

    /** The file has more bytes than are read. */
    public static final class ListTooLarge extends Refusal {
        public ListTooLarge() {
            super(Kind.TOO_LARGE, "list-too-large", Map.of("most", Limit.LIST_BYTES.value()));
        }
    }

    /** It has more rows than are taken in at once. */
    static final class ListTooLong extends Refusal {
        ListTooLong() {
            super(Kind.TOO_LARGE, "list-too-long", Map.of("most", Limit.LIST_ROWS.value()));
        }
    }

    /** There is nothing in it. */
    static final class ListEmpty extends Refusal {
        ListEmpty() {
            super(Kind.INVALID, "list-empty");
        }
    }

    /** It is no list of cells, or written otherwise than said. */
    static final class ListNotReadable extends Refusal {
        ListNotReadable() {
            super(Kind.INVALID, "list-not-readable");
        }
    }

    /** From this line on it cannot be read, mostly because a quotation mark is missing. */
    static final class ListBreaksOff extends Refusal {
        ListBreaksOff(int line) {
            super(Kind.INVALID, "list-breaks-off", Map.of("line", line));
        }
    }

    /** It has to be checked first. */
    static final class ListNotChecked extends Refusal {
        ListNotChecked() {
            super(Kind.CONFLICT, "list-not-checked");
        }
    }

    /** It is being taken in, or has been. */
    static final class ListStarted extends Refusal {
        ListStarted() {
            super(Kind.CONFLICT, "list-started");
        }
    }
}
