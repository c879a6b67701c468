package io.moked.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import io.moked.media.MediaId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as it is stored and told. A new kind is added here; the compiler then lists
 * every place that must know it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Content.Text.class),
    @JsonSubTypes.Type(Content.File.class),
    @JsonSubTypes.Type(Content.Unsupported.class)
})
public sealed interface Content {

    @JsonTypeName("text")
    record Text(String body) implements Content {}

    /**
     * A picture, sound, video, document or sticker.
     *
     * @param voice recorded on the spot, not a file
     */
    @JsonTypeName("file")
    record File(FileKind as, MediaId media, @Nullable String caption, boolean voice)
            implements Content {}

    /**
     * A kind that cannot be shown yet, kept whole so that it can be shown once it is known.
     *
     * @param type the network's word for it
     * @param original the network's JSON of the message
     */
    @JsonTypeName("unsupported")
    record Unsupported(String type, String original) implements Content {}

    /** How a file is meant to be shown. */
    enum FileKind {
        IMAGE,
        AUDIO,
        VIDEO,
        DOCUMENT,
        STICKER;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
