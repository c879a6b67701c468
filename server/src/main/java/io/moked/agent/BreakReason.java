package io.moked.agent;

import java.util.UUID;

/**
 * Why somebody is on a break, as their business calls it.
 *
 * @param removed nobody goes on a break for it any more
 */
public record BreakReason(UUID id, String english, String hebrew, boolean removed) {}
