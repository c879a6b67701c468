package io.moked.channel;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote, as the network knows them. At least one of phone and network id is there: since 2026
 * WhatsApp may withhold the phone.
 *
 * @param phone digits with country code, exactly as the network gives them
 * @param networkId the network's own id of this person for this business
 */
public record Sender(
        @Nullable String phone,
        @Nullable String networkId,
        @Nullable String name,
        @Nullable String username) {

    public Sender {
        if (phone == null && networkId == null) {
            throw new IllegalArgumentException("A sender has a phone or a network id");
        }
    }

    /** The surest name of this person: two senders with the same one are the same. */
    public String address() {
        return networkId != null ? networkId : java.util.Objects.requireNonNull(phone);
    }
}
