package io.moked.conversation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.channel.Content;
import io.moked.channel.TemplateFace;
import io.moked.conversation.web.ContentDetails.SharedPlace;
import io.moked.media.FileView;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A template as it was sent.
 *
 * @param face what stands above the cards of a carousel, and without cards all there is
 */
record TemplateBubble(String name, String language, TemplateSide face, List<TemplateSide> cards) {

    /**
     * What is read at once: at most one of {@code title}, {@code media} and {@code place} is above
     * the text.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateSide(
            @Nullable String title,
            @Nullable FileView media,
            @Nullable SharedPlace place,
            @Nullable String body,
            @Nullable String footer,
            List<TemplateTap> buttons) {}

    /**
     * What can be tapped.
     *
     * @param type {@code quick-reply}, {@code url}, {@code phone}, {@code copy-code}, {@code
     *     one-time-code}, {@code flow} or {@code other}
     * @param opens the address, the number or the code
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateTap(String type, String label, @Nullable String opens) {}

    static TemplateBubble of(Content.Template sent, Function<UUID, FileView> files) {
        return new TemplateBubble(
                sent.name(),
                sent.language(),
                side(sent.face(), files),
                sent.cards().stream().map(it -> side(it, files)).toList());
    }

    private static TemplateSide side(TemplateFace face, Function<UUID, FileView> files) {
        var top = face.header();
        return new TemplateSide(
                top instanceof TemplateFace.Title(var words) ? words.text() : null,
                top instanceof TemplateFace.Attached file
                        ? files.apply(file.media().value())
                        : null,
                top instanceof TemplateFace.Place(var at) ? place(at) : null,
                face.body() == null ? null : face.body().text(),
                face.footer(),
                face.buttons().stream().map(TemplateBubble::tap).toList());
    }

    private static SharedPlace place(Content.Location at) {
        return new SharedPlace(at.latitude(), at.longitude(), at.name(), at.address());
    }

    private static TemplateTap tap(TemplateFace.Button button) {
        return switch (button) {
            case TemplateFace.QuickReply(var label, var payload) ->
                    new TemplateTap("quick-reply", label, null);
            case TemplateFace.Link(var label, var url, var ending) ->
                    new TemplateTap("url", label, url);
            case TemplateFace.Call(var label, var phone) -> new TemplateTap("phone", label, phone);
            case TemplateFace.Code(var label, var code) ->
                    new TemplateTap("copy-code", label, code);
            case TemplateFace.OneTimeCode(var label, var code) ->
                    new TemplateTap("one-time-code", label, code);
            case TemplateFace.OpenForm(var label, var token) ->
                    new TemplateTap("flow", label, null);
            case TemplateFace.OtherButton(var label) -> new TemplateTap("other", label, null);
        };
    }
}
