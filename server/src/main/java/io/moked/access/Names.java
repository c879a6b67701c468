package io.moked.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells what things are called that the activity log speaks of; each room of its own. */
public interface Names {

    /** The names of those of these things that this room keeps and the reader may see. */
    Map<UUID, String> of(Collection<UUID> things, SignedIn reader);
}
