package io.moked.conversation.web;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.moked.channel.Content;
import io.moked.media.FileView;
import io.moked.media.Media;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, as the API tells it: {@code type} and the fields of that type.
 *
 * @param type {@code text}, {@code image}, {@code audio}, {@code video}, {@code document}, {@code
 *     sticker}, {@code location}, {@code contacts}, {@code choice}, {@code form}, {@code order},
 *     {@code template}, {@code reaction}, {@code call}, {@code revoked} or {@code unsupported}; of
 *     what can be tapped {@code menu}, {@code link}, {@code location-request}, {@code
 *     contact-request}, {@code flow}, {@code carousel}, {@code product}, {@code product-list} or
 *     {@code catalog}
 * @param body the text; of a choice, what was chosen; of an order, the note with it; of a reaction,
 *     the sign
 * @param caption the words under a file or a choice
 * @param details what a place, people, a form, an order, a call or something to be tapped hold
 * @param template what a template shows; its {@code body} stands here as well
 * @param preview of a text, whether its first link is shown with a picture, where somebody chose
 * @param kind the network's word for what cannot be shown yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContentView(
        String type,
        @Nullable String body,
        @Nullable FileView media,
        @Nullable String caption,
        @Nullable Boolean voice,
        @Nullable ContentDetails details,
        @Nullable TemplateBubble template,
        @Nullable String kind,
        @Nullable Boolean preview) {

    private static final int PREVIEW_CHARACTERS = 160;

    static ContentView of(Content content, Map<UUID, Media> files) {
        var type = type(content);
        return switch (content) {
            case Content.Text(var body, var preview) ->
                    new ContentView(type, body, null, null, null, null, null, null, preview);
            case Content.File file ->
                    new ContentView(
                            type,
                            null,
                            view(file.media().value(), files),
                            file.caption(),
                            file.voice(),
                            null,
                            null,
                            null,
                            null);
            case Content.Choice choice -> words(type, choice.title(), choice.description());
            case Content.Location place -> details(type, null, ContentDetails.of(place));
            case Content.Cards cards -> details(type, null, ContentDetails.of(cards));
            case Content.Form form -> details(type, form.title(), ContentDetails.of(form));
            case Content.Template sent -> template(type, sent, files);
            case Content.Order order -> details(type, order.note(), ContentDetails.of(order));
            case Content.Offer offer ->
                    details(
                            type,
                            offer.body(),
                            ContentDetails.of(OfferView.of(offer, it -> view(it.value(), files))));
            case Content.Reaction(var emoji) -> words(type, emoji, null);
            case Content.Call call -> details(type, null, ContentDetails.of(call));
            case Content.Revoked revoked -> words(type, null, null);
            case Content.Unsupported(var kind, var original) ->
                    new ContentView(type, null, null, null, null, null, null, kind, null);
        };
    }

    private static ContentView words(String type, @Nullable String body, @Nullable String below) {
        return new ContentView(type, body, null, below, null, null, null, null, null);
    }

    private static ContentView details(String type, @Nullable String body, ContentDetails details) {
        return new ContentView(type, body, null, null, null, details, null, null, null);
    }

    private static ContentView template(
            String type, Content.Template sent, Map<UUID, Media> files) {
        var bubble = TemplateBubble.of(sent, id -> view(id, files));
        return new ContentView(type, wordsOf(sent), null, null, null, null, bubble, null, null);
    }

    private static FileView view(UUID id, Map<UUID, Media> files) {
        var media = files.get(id);
        return FileView.of(media == null ? Media.unknown(id) : media);
    }

    static String type(Content content) {
        return switch (content) {
            case Content.Text text -> "text";
            case Content.File file -> file.as().word();
            case Content.Location place -> "location";
            case Content.Cards cards -> "contacts";
            case Content.Choice choice -> "choice";
            case Content.Form form -> "form";
            case Content.Order order -> "order";
            case Content.Offer offer -> OfferView.type(offer.offered());
            case Content.Reaction reaction -> "reaction";
            case Content.Template template -> "template";
            case Content.Call call -> "call";
            case Content.Revoked revoked -> "revoked";
            case Content.Unsupported unsupported -> "unsupported";
        };
    }

    /** The first words, for a list. */
    static String preview(Content content) {
        var words = requireNonNullElse(wordsOf(content), "");
        return words.length() <= PREVIEW_CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, codePoints(words)));
    }

    private static @Nullable String wordsOf(Content content) {
        return switch (content) {
            case Content.Text text -> text.body();
            case Content.File file -> file.caption();
            case Content.Location place -> place.name() == null ? place.address() : place.name();
            case Content.Cards(var people) ->
                    people.stream().map(Content.Card::name).collect(joining(", "));
            case Content.Choice choice -> choice.title();
            case Content.Form form -> form.title();
            case Content.Order order -> order.note();
            case Content.Offer offer -> offer.body();
            case Content.Reaction(var emoji) -> emoji;
            case Content.Template template ->
                    template.face().body() == null ? null : template.face().body().text();
            case Content.Call call -> null;
            case Content.Revoked revoked -> null;
            case Content.Unsupported unsupported -> null;
        };
    }

    private static int codePoints(String words) {
        return Math.min(PREVIEW_CHARACTERS, words.codePointCount(0, words.length()));
    }
}
