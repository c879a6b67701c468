package io.moked.conversation.web;

import io.moked.access.Permission;
import io.moked.access.Requires;
import io.moked.kernel.Limit;
import io.moked.media.Sendable;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much can be written and sent at once, so that nobody has to find out by failing. */
@RestController
class LimitsController {

    record FileLimit(Sendable type, List<String> mimeTypes, long bytes) {}

    record Limits(
            int textCharacters, int captionCharacters, int noteCharacters, List<FileLimit> files) {}

    /** The characters of a text, caption and note, and the files WhatsApp takes. */
    @GetMapping("/api/v1/limits")
    @Requires(Permission.ANSWER_CONVERSATIONS)
    Limits limits() {
        var files =
                Arrays.stream(Sendable.values())
                        .map(kind -> new FileLimit(kind, kind.mimeTypes(), kind.mostBytes()))
                        .toList();
        return new Limits(
                Limit.TEXT_CHARACTERS.value(),
                Limit.CAPTION_CHARACTERS.value(),
                Limit.NOTE_CHARACTERS.value(),
                files);
    }
}
