package io.moked.bench.proof;

import java.time.Instant;

/** A message that Meta accepted from us; the reference is our id of it. */
public record Post(Instant at, String number, String to, String reference) {}
