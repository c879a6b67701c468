package io.moked.channel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.moked.channel.Content.FileKind;
import io.moked.media.MediaId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody sees of a template, or of one card of it, and the values that the network needs to
 * make the same of its own copy.
 */
public record TemplateFace(
        @Nullable Top header, @Nullable Words body, @Nullable String footer, List<Button> buttons) {

    /** A text as it is read, and what was put into it, in its order. */
    public record Words(String text, List<Value> values) {}

    /**
     * What was put into a text.
     *
     * @param name of the variable; null where variables are counted
     */
    public record Value(@Nullable String name, String text) {}

    /** What stands above the text. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(Title.class),
        @JsonSubTypes.Type(Attached.class),
        @JsonSubTypes.Type(Place.class)
    })
    public sealed interface Top {}

    @JsonTypeName("text")
    public record Title(Words words) implements Top {}

    @JsonTypeName("file")
    public record Attached(FileKind as, MediaId media) implements Top {}

    @JsonTypeName("location")
    public record Place(Content.Location at) implements Top {}

    /** What can be tapped. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(QuickReply.class),
        @JsonSubTypes.Type(Link.class),
        @JsonSubTypes.Type(Call.class),
        @JsonSubTypes.Type(Code.class),
        @JsonSubTypes.Type(OneTimeCode.class),
        @JsonSubTypes.Type(OpenForm.class),
        @JsonSubTypes.Type(OtherButton.class)
    })
    public sealed interface Button {
        String label();
    }

    /**
     * Answers with its label.
     *
     * @param payload what comes back beside it, if that is another thing
     */
    @JsonTypeName("quick-reply")
    public record QuickReply(String label, @Nullable String payload) implements Button {}

    /**
     * Opens an address.
     *
     * @param ending what was put at its end, if it has a variable there
     */
    @JsonTypeName("url")
    public record Link(String label, String url, @Nullable String ending) implements Button {}

    @JsonTypeName("phone")
    public record Call(String label, String phone) implements Button {}

    /** Copies a coupon. */
    @JsonTypeName("copy-code")
    public record Code(String label, String code) implements Button {}

    /** Copies what somebody signs in with. */
    @JsonTypeName("one-time-code")
    public record OneTimeCode(String label, String code) implements Button {}

    /**
     * Opens a form.
     *
     * @param token comes back with what is filled in
     */
    @JsonTypeName("flow")
    public record OpenForm(String label, @Nullable String token) implements Button {}

    /** A kind that takes no values; the network knows what it does. */
    @JsonTypeName("other")
    public record OtherButton(String label) implements Button {}

    Stream<MediaId> files() {
        return header instanceof Attached file ? Stream.of(file.media()) : Stream.of();
    }
}
