package io.moked.audience;

import java.util.UUID;

/** A saved choice of contacts. */
public record SegmentId(UUID value) {}
