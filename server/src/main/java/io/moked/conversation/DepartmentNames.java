package io.moked.conversation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Tells what departments are called; the room that routes knows, which stands above this one. */
public interface DepartmentNames {

    Map<UUID, String> names(Collection<UUID> departments);
}
