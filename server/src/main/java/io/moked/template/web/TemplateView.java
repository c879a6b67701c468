package io.moked.template.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.template.Blank;
import io.moked.template.Layout;
import io.moked.template.Layout.Button;
import io.moked.template.Layout.Header;
import io.moked.template.Layout.Words;
import io.moked.template.Template;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template.
 *
 * @param category {@code marketing}, {@code utility}, {@code authentication}, or a word of Meta's
 *     that came later
 * @param status {@code approved}, {@code pending}, {@code rejected}, {@code paused}, {@code
 *     disabled}, or another word of Meta's
 * @param quality {@code green}, {@code yellow}, {@code red} or {@code unknown}
 * @param sendable whether messages can be made from it at the moment
 * @param reason why it was rejected or paused, in Meta's words
 * @param layout what it is built of; texts hold their variables in double braces
 * @param variables what is filled in to send it, each by its {@code key}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TemplateView(
        UUID id,
        String accountId,
        String name,
        String language,
        String category,
        String status,
        @Nullable String quality,
        boolean sendable,
        @Nullable String reason,
        Instant toldAt,
        LayoutView layout,
        List<VariableView> variables) {

    /**
     * What a template or a card is built of.
     *
     * @param header {@code text}, {@code image}, {@code video}, {@code document}, {@code location},
     *     or another word of Meta's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LayoutView(
            @Nullable String header,
            @Nullable String title,
            @Nullable String body,
            @Nullable String footer,
            List<ButtonView> buttons,
            List<LayoutView> cards) {}

    /**
     * What can be tapped.
     *
     * @param type {@code quick-reply}, {@code url}, {@code phone}, {@code copy-code}, {@code
     *     one-time-code}, {@code flow}, or another word of Meta's
     * @param opens the address, which may end in a variable, or the number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ButtonView(String type, String label, @Nullable String opens) {}

    /**
     * What takes a value.
     *
     * @param label the number or name of a variable, or the words of a button
     * @param sample an example
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VariableView(
            String key,
            Blank.Kind kind,
            @Nullable String label,
            @Nullable String sample,
            boolean required) {}

    static TemplateView of(Template it) {
        return new TemplateView(
                it.id(),
                it.accountId(),
                it.name(),
                it.language(),
                it.category().toLowerCase(Locale.ROOT),
                it.status().toLowerCase(Locale.ROOT),
                it.quality() == null ? null : it.quality().toLowerCase(Locale.ROOT),
                it.isSendable(),
                it.reason(),
                it.toldAt(),
                layout(it.layout()),
                it.blanks().stream().map(TemplateView::variable).toList());
    }

    private static VariableView variable(Blank it) {
        return new VariableView(it.key(), it.kind(), it.label(), it.sample(), it.required());
    }

    private static LayoutView layout(Layout it) {
        return new LayoutView(
                header(it.header()),
                it.header() instanceof Header.Title(Words(var text, var samples)) ? text : null,
                it.body() == null ? null : it.body().text(),
                it.footer(),
                it.buttons().stream().map(TemplateView::button).toList(),
                it.cards().stream().map(TemplateView::layout).toList());
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

    private static ButtonView button(Button button) {
        return switch (button) {
            case Button.QuickReply(var label) -> new ButtonView("quick-reply", label, null);
            case Button.Link(var label, var url, var sample) -> new ButtonView("url", label, url);
            case Button.Call(var label, var phone) -> new ButtonView("phone", label, phone);
            case Button.Code(var label, var sample) -> new ButtonView("copy-code", label, null);
            case Button.OneTimeCode(var label) -> new ButtonView("one-time-code", label, null);
            case Button.OpenForm(var label) -> new ButtonView("flow", label, null);
            case Button.Other(var label, var type) ->
                    new ButtonView(type.toLowerCase(Locale.ROOT), label, null);
        };
    }
}
