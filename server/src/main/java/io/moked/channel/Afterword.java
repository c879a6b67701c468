package io.moked.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is added to a message that stands, by whoever wrote it or by the contact: it is no message
 * itself.
 *
 * @param about the network's id of that message, ours or theirs; it may come later than this
 */
public record Afterword(
        ChannelId channel, String externalId, Sender sender, String about, Said said, Instant at)
        implements FromContact {

    /** In which way the message changes, as it is stored. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(Reaction.class),
        @JsonSubTypes.Type(Edit.class),
        @JsonSubTypes.Type(Revocation.class),
        @JsonSubTypes.Type(Completion.class)
    })
    public sealed interface Said {}

    /** A sign under it, in place of the writer's last one; without one, that is taken away. */
    @JsonTypeName("reaction")
    public record Reaction(@Nullable String emoji) implements Said {}

    /** Other words in place of it. */
    @JsonTypeName("edit")
    public record Edit(Content content) implements Said {}

    /** It is taken back. */
    @JsonTypeName("revocation")
    public record Revocation() implements Said {}

    /** What it held all along, told apart from it. */
    @JsonTypeName("completion")
    public record Completion(Content content) implements Said {}

    /** What is edited or taken back may be a message of the business. */
    @Override
    public boolean isWritten() {
        return said instanceof Reaction;
    }

    /** A network that completes a message tells of its sender nothing that can be relied on. */
    boolean isOfNobody() {
        return said instanceof Completion;
    }
}
