package io.moked.broadcast;

import java.util.UUID;

/** One template to many contacts. */
public record BroadcastId(UUID value) {}
