package io.moked.kernel;

import java.util.Map;

/**
 * A request that the domain declines: told to the caller as a problem document (RFC 9457), never
 * logged as a fault. Its words stand in {@code text/messages_*.properties} under {@code
 * refusal.<code>}.
 */
public abstract class Refusal extends RuntimeException {

    /** Why, in the coarse terms a transport understands. */
    public enum Kind {
        INVALID,
        UNKNOWN_CALLER,
        NOT_PERMITTED,
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        WRONG_TYPE,
        TOO_MANY,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String code;
    private final transient Map<String, Object> details;

    protected Refusal(Kind kind, String code) {
        this(kind, code, Map.of());
    }

    protected Refusal(Kind kind, String code, Map<String, Object> details) {
        super(code, null, false, false);
        this.kind = kind;
        this.code = code;
        this.details = details;
    }

    public Kind kind() {
        return kind;
    }

    /** The stable word for programs, such as {@code service-window-closed}. */
    public String code() {
        return code;
    }

    /** What the caller may be told beside the code. */
    public Map<String, Object> details() {
        return details;
    }
}
