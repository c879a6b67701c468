package io.moked.access;

import java.util.UUID;

/** Someone who signs in to the console. */
public record UserId(UUID value) {}
