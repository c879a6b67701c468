package io.moked.conversation.web;

import static java.util.Objects.requireNonNull;

import io.moked.access.SignedIn;
import io.moked.channel.Content.FileKind;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.media.MediaAudience;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.MediaNotSendable;
import io.moked.media.Sendable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which file a message is to show. */
@Component
class FileParts {

    private final MediaLibrary library;
    private final MediaAudience audience;

    FileParts(MediaLibrary library, MediaAudience audience) {
        this.library = library;
        this.audience = audience;
    }

    FileKind kind(String field, String word, FileKind... allowed) {
        return Arrays.stream(allowed)
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Invalid(field, "unknown-value"));
    }

    /**
     * A file that can go so; one that the writer may not read is not there. The network drops a
     * picture that is not one only after it has said yes, so ask before.
     */
    MediaId read(String field, FileKind kind, @Nullable UUID given, SignedIn writer) {
        var id = new MediaId(Given.part(field, given));
        checkMayRead(List.of(id), writer);
        var media = library.ready(id);
        var as = Sendable.valueOf(kind.name());
        if (!as.takes(media.mimeType())) {
            throw new MediaNotSendable();
        }
        as.check(requireNonNull(media.size()));
        return id;
    }

    /**
     * Meta takes Opus in an Ogg for a voice note, and drops others after it has said yes (131053).
     */
    void checkIsVoice(String field, MediaId file) {
        if (!library.ready(file).mimeType().startsWith("audio/ogg")) {
            throw new Invalid(field, "wrong-type");
        }
    }

    /** Files that the writer may not read are not there. */
    void checkMayRead(List<MediaId> files, SignedIn writer) {
        if (!files.stream().allMatch(it -> audience.mayRead(writer, it))) {
            throw new NotFound();
        }
    }
}
