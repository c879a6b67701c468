package io.moked.whatsapp;

import io.moked.channel.ChannelEnded;
import io.moked.channel.ChannelGateway;
import io.moked.channel.ChannelId;
import io.moked.channel.Channels;
import io.moked.channel.Channels.Credentials;
import io.moked.channel.Content;
import io.moked.channel.OutboundMessage;
import io.moked.channel.SendOutcome;
import io.moked.channel.Templates;
import io.moked.graph.GraphClient;
import io.moked.graph.GraphErrors;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLHandshakeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends through the Cloud API. It has no idempotency key: a request whose answer is missing may
 * have been accepted, so its outcome is unknown, unless not a byte of it can have left.
 */
@Component
class CloudApiGateway implements ChannelGateway {

    /**
     * Meta's code for a template that is paused. It is also said in an answer that looks like a yes
     * ({@code message_status}, Cloud API, "Send messages").
     */
    private static final String TEMPLATE_PAUSED = "132015";

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

    CloudApiGateway(Channels channels, GraphClient graph, Uploads uploads, Templates templates) {
        this.channels = channels;
        this.graph = graph;
        this.uploads = uploads;
        this.templates = templates;
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
        var uploaded = uploads.of(speaker, message.content());
        if (uploaded.hindrance() != null) {
            return uploaded.hindrance();
        }
        var outcome =
                OutboundRequests.of(message, uploaded.files())
                        .map(request -> post(speaker, request, isOurs))
                        .orElseGet(() ->
                                new SendOutcome.Refused(
                                        "unsupported", "This kind of message cannot be sent"));
        if (outcome instanceof SendOutcome.Refused) {
            uploads.forget(speaker, message.content());
        }
        if (message.content() instanceof Content.Template
                && outcome instanceof SendOutcome.Refused(var code, var reason)
                && OTHER_THAN_WE_KNOW.contains(code)) {
            doubt(message.channel());
        }
        return outcome;
    }

    /** What became of the message stands, whether or not this can be noted. */
    private void doubt(ChannelId channel) {
        try {
            templates.doubted(channel);
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Templates are asked for later: {}", away.getClass().getSimpleName());
        }
    }

    private SendOutcome post(Credentials speaker, ObjectNode request, BooleanSupplier isOurs) {
        try {
            if (!isOurs.getAsBoolean()) {
                return new SendOutcome.Retryable("overtaken", UNREACHABLE);
            }

            var answer = graph.post(speaker, "messages", request);
            var taken = answer.body().path("messages").path(0);
            var externalId = taken.path("id").asString("");
            if (!answer.isGood() || externalId.isEmpty()) {
                return GraphErrors.ofSend(answer);
            }
            return taken.path("message_status").asString("").equals("paused")
                    ? new SendOutcome.Refused(TEMPLATE_PAUSED, "")
                    : new SendOutcome.Accepted(externalId);
        } catch (DataAccessException | TransactionException away) {
            return new SendOutcome.Retryable("not-ready", UNREACHABLE);
        } catch (ConnectException
                | HttpConnectTimeoutException
                | SSLHandshakeException unreachable) {
            return new SendOutcome.Retryable("unreachable", UNREACHABLE);
        } catch (IOException noAnswer) {
            LOG.warn("A send had no answer: {}", noAnswer.getClass().getSimpleName());
            return new SendOutcome.Unknown();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Unknown();
        }
    }

    @Override
    public SendOutcome showRead(ChannelId channel, String externalId, boolean isWritten) {
        try {
            var speaker = channels.credentials(channel);
            var request = OutboundRequests.read(externalId, isWritten);
            var answer = graph.post(speaker, "messages", request);
            return answer.isGood()
                    ? new SendOutcome.Accepted(externalId)
                    : GraphErrors.ofSend(answer);
        } catch (ChannelEnded disconnected) {
            return new SendOutcome.Refused(disconnected.code(), "");
        } catch (IOException | DataAccessException | TransactionException away) {
            return new SendOutcome.Retryable("unreachable", UNREACHABLE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SendOutcome.Retryable("stopped", UNREACHABLE);
        }
    }
}
