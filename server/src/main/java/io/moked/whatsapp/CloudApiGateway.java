package io.moked.whatsapp;

import io.moked.channel.ChannelGateway;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.channel.Content;
import io.moked.channel.OutboundMessage;
import io.moked.channel.SendOutcome;
import io.moked.kernel.NotFound;
import io.moked.media.Media;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends through the Cloud API. It has no idempotency key: a request whose answer is missing may
 * have been accepted, so its outcome is unknown, unless not a byte of it can have left.
 */
@Component
class CloudApiGateway implements ChannelGateway {

    private static final Logger LOG = LoggerFactory.getLogger(CloudApiGateway.class);
    private static final Duration UNREACHABLE = Duration.ofSeconds(2);

    private final Channels channels;
    private final GraphClient graph;
    private final MediaLibrary library;
    private final JsonMapper json;

    CloudApiGateway(Channels channels, GraphClient graph, MediaLibrary library, JsonMapper json) {
        this.channels = channels;
        this.graph = graph;
        this.library = library;
        this.json = json;
    }

    @Override
    public SendOutcome send(OutboundMessage message) {
        Credentials speaker;
        try {
            speaker = channels.credentials(message.channel());
        } catch (DataAccessException | TransactionException away) {
            return new SendOutcome.Retryable("not-ready", UNREACHABLE);
        }
        return switch (message.content()) {
            case Content.Text(var body) -> {
                var request = request(message, "text");
                request.putObject("text").put("body", body).put("preview_url", true);
                yield post(speaker, request);
            }
            case Content.File file -> sendFile(speaker, message, file);
            case Content.Unsupported unsupported ->
                    new SendOutcome.Refused("unsupported", "This kind of message cannot be sent");
        };
    }

    private SendOutcome sendFile(Credentials speaker, OutboundMessage message, Content.File file) {
        GraphClient.Answer uploaded;
        Media media;
        try {
            media = library.ready(file.media());
        } catch (NotFound gone) {
            return new SendOutcome.Refused("file-missing", "");
        } catch (DataAccessException | TransactionException away) {
            return new SendOutcome.Retryable("not-ready", UNREACHABLE);
        }
        try (var bytes = library.open(new MediaId(media.id()))) {
            uploaded = graph.upload(speaker, typeOf(media), nameOf(media), bytes);
        } catch (IOException failure) {
            LOG.warn("A file was not uploaded: {}", failure.getClass().getSimpleName());
            return new SendOutcome.Retryable("upload", UNREACHABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Retryable("stopped", UNREACHABLE);
        }
        if (!uploaded.isGood()) {
            return GraphErrors.ofUpload(uploaded);
        }
        var type = file.as().word();
        var request = request(message, type);
        var described = request.putObject(type).put("id", uploaded.body().path("id").asString());
        if (file.caption() != null) {
            described.put("caption", file.caption());
        }
        if (file.voice()) {
            described.put("voice", true);
        }
        if (file.as() == Content.FileKind.DOCUMENT) {
            described.put("filename", nameOf(media));
        }
        return post(speaker, request);
    }

    /** Meta goes by what it is told: sound in Ogg that does not say what it is gets lost. */
    private static String typeOf(Media media) {
        return isOgg(media) ? "audio/ogg; codecs=opus" : media.mimeType();
    }

    private static String nameOf(Media media) {
        var name = media.fileName() == null ? media.id().toString() : media.fileName();
        return isOgg(media) && !name.endsWith(".ogg") ? name + ".ogg" : name;
    }

    private static boolean isOgg(Media media) {
        return media.mimeType().startsWith("audio/ogg");
    }

    private ObjectNode request(OutboundMessage message, String type) {
        var request = json.createObjectNode();
        request.put("messaging_product", "whatsapp").put("recipient_type", "individual");
        var recipient = message.recipient();
        if (recipient.phone() != null) {
            request.put("to", recipient.phone());
        } else {
            request.put("recipient", recipient.networkId());
        }
        return request.put("type", type)
                .put("biz_opaque_callback_data", message.reference().toString());
    }

    private SendOutcome post(Credentials speaker, ObjectNode request) {
        try {
            var answer = graph.post(speaker, "messages", request);
            var externalId = answer.body().path("messages").path(0).path("id").asString("");
            return answer.isGood() && !externalId.isEmpty()
                    ? new SendOutcome.Accepted(externalId)
                    : GraphErrors.ofSend(answer);
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            return new SendOutcome.Retryable("unreachable", UNREACHABLE);
        } catch (IOException noAnswer) {
            LOG.warn("A send had no answer: {}", noAnswer.getClass().getSimpleName());
            return new SendOutcome.Unknown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Unknown();
        }
    }
}
