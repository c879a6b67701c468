package io.moked.channel;

import org.jspecify.annotations.Nullable;

/** Where a message goes: to a phone, or where that is not known to the network's id of a person. */
public record Recipient(@Nullable String phone, @Nullable String networkId) {}
