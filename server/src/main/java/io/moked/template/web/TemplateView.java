package io.moked.template.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.template.Blank;
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
 * @param version to be told with a change, so that it replaces nothing unseen
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
        String version,
        LayoutView layout,
        List<VariableView> variables) {

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
                it.version(),
                LayoutView.of(it.layout()),
                it.blanks().stream().map(TemplateView::variable).toList());
    }

    private static VariableView variable(Blank it) {
        return new VariableView(it.key(), it.kind(), it.label(), it.sample(), it.required());
    }
}
