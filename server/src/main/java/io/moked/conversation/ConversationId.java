package io.moked.conversation;

import java.util.UUID;

/** One thread with one contact on one channel, from opening to resolution. */
public record ConversationId(UUID value) {}
