package io.moked.template;

import io.moked.channel.Content.FileKind;
import io.moked.graph.GraphClient;
import io.moked.kernel.Invalid;
import io.moked.kernel.NotFound;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.Sendable;
import io.moked.template.Layout.Header;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings the files that headers show as examples to Meta, which reviews them with the words. */
@Component
class Examples {

    private final GraphClient graph;
    private final MediaLibrary library;
    private final Speakers speakers;

    Examples(GraphClient graph, MediaLibrary library, Speakers speakers) {
        this.graph = graph;
        this.library = library;
        this.speakers = speakers;
    }

    /** Meta's handle of each file, by the key of its sample. */
    Map<String, String> upload(String account, Draft draft)
            throws IOException, InterruptedException {
        var handles = new HashMap<String, String>();
        upload(account, draft, draft.layout(), "header", handles);
        var cards = draft.layout().cards();
        for (int place = 0; place < cards.size(); place++) {
            upload(account, draft, cards.get(place), "card." + place + ".header", handles);
        }
        return handles;
    }

    private void upload(
            String account, Draft draft, Layout side, String key, Map<String, String> handles)
            throws IOException, InterruptedException {
        if (side.header() instanceof Header.Attachment(var kind)) {
            var sample = draft.samples().getOrDefault(key, "");
            handles.put(key, handle(account, kind, sample, "samples." + key));
        }
    }

    private String handle(String account, FileKind kind, String sample, String field)
            throws IOException, InterruptedException {
        var media = new MediaId(id(sample, field));
        var type = typeOf(media, kind, field);
        var answer =
                speakers.ask(
                        account,
                        speaker -> {
                            try (var bytes = library.open(media)) {
                                return graph.uploadExample(
                                        speaker,
                                        graph.appOf(speaker),
                                        type.mimeType(),
                                        type.bytes(),
                                        bytes);
                            }
                        });
        var handle = answer.body().path("h").asString("");
        if (!answer.isGood() || handle.isEmpty()) {
            throw Declined.of(answer, field);
        }
        return handle;
    }

    private record FileType(String mimeType, long bytes) {}

    private FileType typeOf(MediaId id, FileKind kind, String field) {
        try {
            var media = library.ready(id);
            if (Sendable.valueOf(kind.name()).takes(media.mimeType())) {
                return new FileType(media.mimeType(), media.bytes());
            }
        } catch (NotFound unknown) {
            throw new Invalid(field, "unknown-value");
        }
        throw new Invalid(field, "wrong-type");
    }

    private static UUID id(String text, String field) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new Invalid(field, "malformed");
        }
    }
}
