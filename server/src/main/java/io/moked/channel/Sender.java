package io.moked.channel;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote, as the network knows them. At least one of phone and network id is there: since 2026
 * WhatsApp may withhold the phone.
 *
 * @param phone digits with country code, exactly as the network gives them
 * @param networkId the network's own id of this person for this business
 * @param formerly as whom the network knew this person until it told of the change just now
 */
public record Sender(
        @Nullable String phone,
        @Nullable String networkId,
        @Nullable String name,
        @Nullable String username,
        @Nullable Sender formerly) {

    public Sender {
        if (phone == null && networkId == null) {
            throw new IllegalArgumentException("A sender has a phone or a network id");
        }
    }

    public Sender(
            @Nullable String phone,
            @Nullable String networkId,
            @Nullable String name,
            @Nullable String username) {
        this(phone, networkId, name, username, null);
    }
}
