package io.moked.contact;

import java.util.UUID;

/** A person who writes to a business. */
public record ContactId(UUID value) {}
