package io.moked.conversation;

import java.util.UUID;

/** One message of a conversation. */
public record MessageId(UUID value) {}
