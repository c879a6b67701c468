package io.moked.whatsapp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.moked.channel.Channels.Credentials;
import io.moked.channel.Content;
import io.moked.channel.SendOutcome;
import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import io.moked.kernel.NotFound;
import io.moked.media.Media;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.Sendable;
import io.moked.whatsapp.OutboundRequests.Uploaded;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Brings the files of a message to Meta before it leaves; nobody sees them until then. */
@Component
class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration LATER = Duration.ofSeconds(2);

    /** One that goes to many is brought to Meta once, which keeps it for thirty days. */
    private final Cache<Known, Uploaded> known =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofHours(1)).build();

    private final GraphClient graph;
    private final MediaLibrary library;

    Uploads(GraphClient graph, MediaLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    /** A file at Meta belongs to the number that brought it there. */
    private record Known(String number, MediaId file) {}

    /**
     * How it went.
     *
     * @param hindrance why the message does not leave, if it does not
     */
    record Done(Map<MediaId, Uploaded> files, @Nullable SendOutcome hindrance) {

        static Done not(SendOutcome hindrance) {
            return new Done(Map.of(), hindrance);
        }
    }

    Done of(Credentials speaker, Content content) {
        var uploaded = new HashMap<MediaId, Uploaded>();
        for (var id : content.files()) {
            if (!uploaded.containsKey(id)) {
                Media media;
                try {
                    media = library.ready(id);
                } catch (NotFound gone) {
                    return Done.not(new SendOutcome.Refused("file-missing", ""));
                } catch (DataAccessException | TransactionException away) {
                    return Done.not(new SendOutcome.Retryable("not-ready", LATER));
                }
                var done = upload(speaker, media);
                if (done.hindrance() != null) {
                    return done;
                }
                uploaded.putAll(done.files());
            }
        }
        return new Done(uploaded, null);
    }

    /** A message with these files was refused, maybe because of them. */
    void forget(Credentials speaker, Content content) {
        content.files().forEach(it -> known.invalidate(new Known(speaker.externalId(), it)));
    }

    private Done upload(Credentials speaker, Media media) {
        var id = new MediaId(media.id());
        var there = known.getIfPresent(new Known(speaker.externalId(), id));
        return there == null ? bring(speaker, media, id) : new Done(Map.of(id, there), null);
    }

    private Done bring(Credentials speaker, Media media, MediaId id) {
        try (var bytes = library.open(id)) {
            var answer = graph.upload(speaker, typeOf(media), uploadNameOf(media), bytes);
            if (!answer.isGood()) {
                return Done.not(GraphErrors.ofUpload(answer));
            }
            var uploaded = new Uploaded(answer.body().path("id").asString(), nameOf(media));
            known.put(new Known(speaker.externalId(), id), uploaded);
            return new Done(Map.of(id, uploaded), null);
        } catch (IOException failure) {
            LOG.warn("A file was not uploaded: {}", failure.getClass().getSimpleName());
            return Done.not(new SendOutcome.Retryable("upload", LATER));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Done.not(new SendOutcome.Retryable("stopped", LATER));
        }
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

    private static String nameOf(Media media) {
        return media.fileName() == null ? media.id().toString() : media.fileName();
    }
}
