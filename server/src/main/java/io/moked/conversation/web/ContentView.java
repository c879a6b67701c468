package io.moked.conversation.web;

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
 *     sticker} or {@code unsupported}
 * @param kind the network's word for what cannot be shown yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContentView(
        String type,
        @Nullable String body,
        @Nullable FileView media,
        @Nullable String caption,
        @Nullable Boolean voice,
        @Nullable String kind) {

    private static final int PREVIEW_CHARACTERS = 160;

    static ContentView of(Content content, Map<UUID, Media> files) {
        return switch (content) {
            case Content.Text(var body) -> new ContentView("text", body, null, null, null, null);
            case Content.File file ->
                    new ContentView(
                            type(file),
                            null,
                            view(file.media().value(), files),
                            file.caption(),
                            file.voice(),
                            null);
            case Content.Unsupported(var type, var original) ->
                    new ContentView("unsupported", null, null, null, null, type);
        };
    }

    private static FileView view(UUID id, Map<UUID, Media> files) {
        var media = files.get(id);
        return FileView.of(media == null ? Media.unknown(id) : media);
    }

    static String type(Content content) {
        return switch (content) {
            case Content.Text text -> "text";
            case Content.File file -> file.as().word();
            case Content.Unsupported unsupported -> "unsupported";
        };
    }

    /** The first words, for a list. */
    static String preview(Content content) {
        var words =
                switch (content) {
                    case Content.Text(var body) -> body;
                    case Content.File file -> file.caption() == null ? "" : file.caption();
                    case Content.Unsupported unsupported -> "";
                };
        return words.length() <= PREVIEW_CHARACTERS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, codePoints(words)));
    }

    private static int codePoints(String words) {
        return Math.min(PREVIEW_CHARACTERS, words.codePointCount(0, words.length()));
    }
}
