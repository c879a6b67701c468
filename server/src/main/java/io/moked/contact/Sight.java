package io.moked.contact;

import java.time.Instant;
import java.util.UUID;

/** An identity wrote to a channel, which was not known of it lately. */
record Sight(Identity identity, UUID channel, Instant at) {}
