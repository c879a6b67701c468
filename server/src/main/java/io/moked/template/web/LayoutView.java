package io.moked.template.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.channel.Content.FileKind;
import io.moked.template.Layout;
import io.moked.template.Layout.Button;
import io.moked.template.Layout.Header;
import io.moked.template.Layout.Words;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a template or a card of it is built of.
 *
 * @param header {@code text}, {@code image}, {@code video}, {@code document}, {@code location}, or
 *     another word of Meta's
 * @param title the text of a header that is one
 * @param cards of a carousel; a card has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LayoutView(
        @Nullable String header,
        @Nullable String title,
        @Nullable String body,
        @Nullable String footer,
        @NotNull List<@Valid TemplateButton> buttons,
        @NotNull List<@Valid LayoutView> cards) {

    /**
     * What can be tapped.
     *
     * @param type {@code quick-reply}, {@code url}, {@code phone}, {@code copy-code}, {@code
     *     one-time-code}, {@code flow}, or another word of Meta's
     * @param opens the address, which may end in a variable, the number or the form
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateButton(@NotNull String type, @NotNull String label, @Nullable String opens) {

        static TemplateButton of(Button button) {
            return switch (button) {
                case Button.QuickReply(var label) -> new TemplateButton("quick-reply", label, null);
                case Button.Link(var label, var url, var sample) ->
                        new TemplateButton("url", label, url);
                case Button.Call(var label, var phone) -> new TemplateButton("phone", label, phone);
                case Button.Code(var label, var sample) ->
                        new TemplateButton("copy-code", label, null);
                case Button.OneTimeCode(var label) ->
                        new TemplateButton("one-time-code", label, null);
                case Button.OpenForm(var label, var form) ->
                        new TemplateButton("flow", label, form);
                case Button.Other(var label, var type) ->
                        new TemplateButton(type.toLowerCase(Locale.ROOT), label, null);
            };
        }

        private Button read() {
            var target = opens == null ? "" : opens.strip();
            return switch (type) {
                case "quick-reply" -> new Button.QuickReply(label.strip());
                case "url" -> new Button.Link(label.strip(), target, null);
                case "phone" -> new Button.Call(label.strip(), target);
                case "copy-code" -> new Button.Code(label.strip(), null);
                case "one-time-code" -> new Button.OneTimeCode(label.strip());
                case "flow" -> new Button.OpenForm(label.strip(), target);
                default -> new Button.Other(label, type);
            };
        }
    }

    static LayoutView of(Layout it) {
        return new LayoutView(
                header(it.header()),
                it.header() instanceof Header.Title(Words(var text, var samples)) ? text : null,
                it.body() == null ? null : it.body().text(),
                it.footer(),
                it.buttons().stream().map(TemplateButton::of).toList(),
                it.cards().stream().map(LayoutView::of).toList());
    }

    private static @Nullable String header(@Nullable Header header) {
        return switch (header) {
            case null -> null;
            case Header.Title title -> "text";
            case Header.Attachment(var kind) -> kind.word();
            case Header.Place() -> "location";
            case Header.Other(var format) -> format.toLowerCase(Locale.ROOT);
        };
    }

    /** What is blank is not there. */
    Layout read() {
        return new Layout(
                header == null ? null : header(header),
                body == null || body.isBlank() ? null : new Words(body, List.of()),
                footer == null || footer.isBlank() ? null : footer.strip(),
                buttons.stream().map(TemplateButton::read).toList(),
                cards.stream().map(LayoutView::read).toList());
    }

    private Header header(String format) {
        return switch (format) {
            case "text" -> new Header.Title(new Words(title == null ? "" : title, List.of()));
            case "image" -> new Header.Attachment(FileKind.IMAGE);
            case "video" -> new Header.Attachment(FileKind.VIDEO);
            case "document" -> new Header.Attachment(FileKind.DOCUMENT);
            case "location" -> new Header.Place();
            default -> new Header.Other(format);
        };
    }
}
