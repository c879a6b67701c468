package io.moked.channel;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The texts that networks have approved for writing at any time. The room that keeps them stands
 * above this one, so that whoever sends need not know of which network they are.
 */
public interface Templates {

    /**
     * A template with its variables filled, to be sent by this channel. Refuses one that is of
     * another account or that the network does not take at the moment, and values that are missing
     * or that it would not take, by the name of the variable.
     */
    Content.Template filled(ChannelId by, UUID template, Map<String, String> values);

    /** Whether it advertises something, which not everybody wants; of one that is gone, yes. */
    boolean isMarketing(UUID template);

    /** Why a template must not be sent at the moment, as a code; empty where it may be. */
    Optional<String> obstacle(UUID template);

    /**
     * The network knows templates of this channel otherwise than we do: they are asked for anew.
     */
    void doubted(ChannelId channel);
}
