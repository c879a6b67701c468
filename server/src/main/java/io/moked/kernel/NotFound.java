package io.moked.kernel;

/** What was asked for is not there, or not there for this caller: both look the same. */
public final class NotFound extends Refusal {

    public NotFound() {
        super(Kind.NOT_FOUND, "not-found");
    }
}
