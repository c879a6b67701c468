package io.moked.media;

/** Where files come from; the room that speaks with the network stands above this one. */
public interface MediaSource {

    /**
     * Has a file fetched now that is late or was given up.
     *
     * @return false where the network no longer keeps it
     */
    boolean fetchAgain(MediaId id);
}
