package io.moked.whatsapp;

import io.moked.channel.ChannelGateway;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.channel.Content;
import io.moked.channel.OutboundMessage;
import io.moked.channel.SendOutcome;
import io.moked.channel.Templates;
import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import io.moked.media.MediaId;
import io.moked.whatsapp.Uploads.Stuck;
import io.moked.whatsapp.Uploads.Uploaded;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
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

    /**
     * Codes by which Meta says that its copy of a template is another than ours, or stands
     * otherwise.
     */
    private static final Set<String> OTHER_THAN_WE_KNOW =
            Set.of("132000", "132001", "132007", "132012", "132015", "132016");

    private final Channels channels;
    private final GraphClient graph;
    private final Uploads uploads;
    private final Templates templates;
    private final JsonMapper json;

    CloudApiGateway(
            Channels channels,
            GraphClient graph,
            Uploads uploads,
            Templates templates,
            JsonMapper json) {
        this.channels = channels;
        this.graph = graph;
        this.uploads = uploads;
        this.templates = templates;
        this.json = json;
    }

    @Override
    public SendOutcome send(OutboundMessage message, BooleanSupplier isOurs) {
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
                yield post(speaker, request, isOurs);
            }
            case Content.File file -> sendFile(speaker, message, file, isOurs);
            case Content.Template template -> sendTemplate(speaker, message, template, isOurs);
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
        return switch (uploads.upload(speaker, file.media())) {
            case Stuck(var why) -> why;
            case Uploaded uploaded -> {
                var request = request(message, file.as().word());
                describe(request.putObject(file.as().word()), file, uploaded);
                yield post(speaker, request, isOurs);
            }
        };
    }

    private static void describe(ObjectNode described, Content.File file, Uploaded uploaded) {
        described.put("id", uploaded.externalId());
        if (file.caption() != null) {
            described.put("caption", file.caption());
        }
        if (file.voice()) {
            described.put("voice", true);
        }
        if (file.as() == Content.FileKind.DOCUMENT) {
            described.put("filename", Uploads.nameOf(uploaded.media()));
        }
    }

    private SendOutcome sendTemplate(
            Credentials speaker,
            OutboundMessage message,
            Content.Template template,
            BooleanSupplier isOurs) {
        var files = new HashMap<MediaId, Uploaded>();
        for (var file : Set.copyOf(template.files())) {
            switch (uploads.upload(speaker, file)) {
                case Stuck(var why) -> {
                    return why;
                }
                case Uploaded uploaded -> files.put(file, uploaded);
            }
        }
        var request = request(message, "template");
        new TemplateRequest(template, files).into(request);
        var outcome = post(speaker, request, isOurs);
        if (outcome instanceof SendOutcome.Refused refused
                && OTHER_THAN_WE_KNOW.contains(refused.code())) {
            doubt(message);
        }
        return outcome;
    }

    /** What became of the message stands, whether or not this can be noted. */
    private void doubt(OutboundMessage message) {
        try {
            templates.doubted(message.channel());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Templates are asked for later: {}", away.getClass().getSimpleName());
        }
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
