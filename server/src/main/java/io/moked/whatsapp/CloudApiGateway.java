package io.moked.whatsapp;

import io.moked.channel.ChannelEnded;
import io.moked.channel.ChannelGateway;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.channel.Content;
import io.moked.channel.OutboundMessage;
import io.moked.channel.SendOutcome;
import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import io.moked.kernel.NotFound;
import io.moked.media.Media;
import io.moked.media.MediaId;
import io.moked.media.MediaLibrary;
import io.moked.media.Sendable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
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
    public SendOutcome send(OutboundMessage message, BooleanSupplier isOurs) {
        Credentials speaker;
        try {
            speaker = channels.credentials(message.channel());
        } catch (ChannelEnded disconnected) {
            return new SendOutcome.Refused(disconnected.code(), "");
        } catch (DataAccessException | TransactionException away) {
            return new SendOutcome.Retryable("not-ready", UNREACHABLE);
        }
        return switch (message.content()) {
            case Content.Text(var body) -> {
                var request = request(message, "text");
                request.putObject("text").put("body", body).put("preview_url", true);
                yield post(speaker, request, isOurs);
            }
            case Content.File file -> sendFile(speaker, message, file, isOurs);
            case Content.Location _,
                    Content.Cards _,
                    Content.Choice _,
                    Content.Form _,
                    Content.Order _,
                    Content.Revoked _,
                    Content.Unsupported _ ->
                    new SendOutcome.Refused("unsupported", "This kind of message cannot be sent");
        };
    }

    private SendOutcome sendFile(
            Credentials speaker,
            OutboundMessage message,
            Content.File file,
            BooleanSupplier isOurs) {
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
            uploaded = graph.upload(speaker, typeOf(media), uploadNameOf(media), bytes);
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
        return post(speaker, request, isOurs);
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

    private ObjectNode request(OutboundMessage message, String type) {
        var request = json.createObjectNode();
        request.put("messaging_product", "whatsapp").put("recipient_type", "individual");
        var recipient = message.recipient();
        if (recipient.phone() != null) {
            request.put("to", recipient.phone());
        } else {
            request.put("recipient", recipient.networkId());
        }
        if (message.quotes() != null) {
            request.putObject("context").put("message_id", message.quotes());
        }
        return request.put("type", type)
                .put("biz_opaque_callback_data", message.reference().toString());
    }

    private SendOutcome post(Credentials speaker, ObjectNode request, BooleanSupplier isOurs) {
        try {
            if (!isOurs.getAsBoolean()) {
                return new SendOutcome.Retryable("overtaken", UNREACHABLE);
            }

            var answer = graph.post(speaker, "messages", request);
            var externalId = answer.body().path("messages").path(0).path("id").asString("");
            return answer.isGood() && !externalId.isEmpty()
                    ? new SendOutcome.Accepted(externalId)
                    : GraphErrors.ofSend(answer);
        } catch (DataAccessException | TransactionException away) {
            return new SendOutcome.Retryable("not-ready", UNREACHABLE);
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
