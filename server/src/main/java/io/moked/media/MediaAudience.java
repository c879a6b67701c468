package io.moked.media;

import io.moked.access.SignedIn;

/** Tells whom a file concerns; the room that knows where it was sent stands above this one. */
public interface MediaAudience {

    boolean mayRead(SignedIn caller, MediaId id);
}
