package io.moked.audience;

import io.moked.contact.Criteria;
import java.time.Instant;
import java.util.UUID;

/** Contacts by what they have in common, under a name. */
public record Segment(UUID id, String name, Criteria criteria, Instant changedAt) {}
