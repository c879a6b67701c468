package io.moked.whatsapp;

import io.moked.channel.Channels.Credentials;
import io.moked.channel.SendOutcome;
import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import io.moked.kernel.NotFound;
import io.moked.media.Media;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.Sendable;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings files to Meta before the messages that name them; nobody sees them until then. */
@Component
class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final GraphClient graph;
    private final MediaLibrary library;

    Uploads(GraphClient graph, MediaLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    /** How an upload ended. */
    sealed interface Upload {}

    /** Meta has it, and calls it so. */
    record Uploaded(Media media, String externalId) implements Upload {}

    /** Meta has it not, and so the message cannot go. */
    record Stuck(SendOutcome why) implements Upload {}

    Upload upload(Credentials speaker, MediaId id) {
        Media media;
        GraphClient.Answer answer;
        try {
            media = library.ready(id);
        } catch (NotFound gone) {
            return new Stuck(new SendOutcome.Refused("file-missing", ""));
        } catch (DataAccessException | TransactionException away) {
            return new Stuck(new SendOutcome.Retryable("not-ready", SOON));
        }
        try (var bytes = library.open(id)) {
            answer = graph.upload(speaker, typeOf(media), uploadNameOf(media), bytes);
        } catch (IOException failure) {
            LOG.warn("A file was not uploaded: {}", failure.getClass().getSimpleName());
            return new Stuck(new SendOutcome.Retryable("upload", SOON));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Stuck(new SendOutcome.Retryable("stopped", SOON));
        }
        return answer.isGood()
                ? new Uploaded(media, answer.body().path("id").asString(""))
                : new Stuck(GraphErrors.ofUpload(answer));
    }

    /** Meta wants to be told what it could see: it takes no other sound in an Ogg than Opus. */
    private static String typeOf(Media media) {
        return media.mimeType().startsWith("audio/ogg")
                ? "audio/ogg; codecs=opus"
                : media.mimeType();
    }

    /**
     * Meta judges a file by the end of its name as well, and says so only after the send was
     * accepted (error 131053).
     */
    private static String uploadNameOf(Media media) {
        return media.id() + "." + Sendable.extensionOf(media.mimeType());
    }

    /** What whoever gets it reads it is called. */
    static String nameOf(Media media) {
        return media.fileName() == null ? media.id().toString() : media.fileName();
    }
}
