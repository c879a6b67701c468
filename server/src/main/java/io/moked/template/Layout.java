package io.moked.template;

import io.moked.channel.Content.FileKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a template, or one card of it, is built of, before anything is filled in (Cloud API,
 * "Template components").
 *
 * @param cards of a carousel; a card has none
 * @param others what else it is built of that nothing here can fill, in Meta's words
 */
public record Layout(
        @Nullable Header header,
        @Nullable Words body,
        @Nullable String footer,
        List<Button> buttons,
        List<Layout> cards,
        List<String> others) {

    /** Buttons of other kinds that are the same for everybody. */
    private static final Set<String> WITHOUT_VALUES = Set.of("VOICE_CALL", "REQUEST_CONTACT_INFO");

    /** Built of what is known here. */
    public Layout(
            @Nullable Header header,
            @Nullable Words body,
            @Nullable String footer,
            List<Button> buttons,
            List<Layout> cards) {
        this(header, body, footer, buttons, cards, List.of());
    }

    /**
     * What in it takes values that nothing here can give, in Meta's word; Meta would refuse it for
     * everybody (Cloud API, errors 132000 and 132012).
     */
    Optional<String> unfillable() {
        var header = this.header instanceof Header.Other(var format) ? format : null;
        var inButtons =
                buttons.stream()
                        .filter(it -> it instanceof Button.Other)
                        .map(it -> ((Button.Other) it).type())
                        .filter(it -> !WITHOUT_VALUES.contains(it));
        return Stream.of(
                        Stream.ofNullable(header),
                        others.stream(),
                        inButtons,
                        cards.stream().flatMap(it -> it.unfillable().stream()))
                .flatMap(it -> it)
                .findFirst();
    }

    /** A text, which may have variables in double braces, and an example for each of them. */
    public record Words(String text, List<String> samples) {

        /** What its variables are called, each once, in the order of the text. */
        public List<String> variables() {
            return Variables.of(text);
        }

        /** The example of one of its variables, if Meta has one. */
        public @Nullable String sample(int place) {
            return place < samples.size() ? samples.get(place) : null;
        }
    }

    /** What stands above the text. */
    public sealed interface Header {
        record Title(Words words) implements Header {}

        record Attachment(FileKind kind) implements Header {}

        record Place() implements Header {}

        /** A kind that came later than this; it is not filled, and so not sent. */
        record Other(String format) implements Header {}
    }

    /** What can be tapped. */
    public sealed interface Button {

        String label();

        record QuickReply(String label) implements Button {}

        record Link(String label, String url, @Nullable String sample) implements Button {}

        record Call(String label, String phone) implements Button {}

        record Code(String label, @Nullable String sample) implements Button {}

        /** One tap copies the code that somebody signs in with. */
        record OneTimeCode(String label) implements Button {}

        record OpenForm(String label, @Nullable String form) implements Button {}

        /** A kind that takes no values, or that came later than this. */
        record Other(String label, String type) implements Button {}
    }
}
