package io.moked.channel;

/**
 * A connected number.
 *
 * @param externalId what the network calls it; for WhatsApp the phone_number_id
 * @param address what people dial
 */
public record Channel(ChannelId id, String name, String externalId, String address) {}
