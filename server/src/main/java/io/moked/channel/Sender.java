package io.moked.channel;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote, as the network knows them. At least one of phone and network id is there: since 2026
 * WhatsApp may withhold the phone.
 *
 * @param phone digits with country code, exactly as the network gives them
 * @param networkId the network's own id of this person for this business
 * @param parentId the network's id of this person for all businesses of one owner
 * @param formerly as whom the network knew this person until it told of the change just now
 */
public record Sender(
        @Nullable String phone,
        @Nullable String networkId,
        @Nullable String parentId,
        @Nullable String name,
        @Nullable String username,
        @Nullable Sender formerly) {

    public Sender {
        if (phone == null && networkId == null && parentId == null) {
            throw new IllegalArgumentException("A sender has a phone or an id of the network");
        }
    }

    public Sender(
            @Nullable String phone,
            @Nullable String networkId,
            @Nullable String name,
            @Nullable String username) {
        this(phone, networkId, null, name, username, null);
    }
}
