package io.moked.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens every outbound connection, to the recipient it is meant for only, and follows no redirect.
 */
@Component
public class EgressGate {

    private static final Logger LOG = LoggerFactory.getLogger(EgressGate.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** Made by the first call: it reads every trusted certificate, for which no start need wait. */
    private static final class Lazily {
        static final HttpClient HTTP =
                HttpClient.newBuilder()
                        .version(Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .followRedirects(Redirect.NEVER)
                        .build();
    }

    /**
     * Sends a request whose address must be the recipient's. The request's timeout bounds all of
     * the answer, where {@link HttpClient} would bound its headers only.
     *
     * @throws NotTheRecipient if it is not; nothing has been sent then
     */
    public HttpResponse<byte[]> call(Recipient recipient, HttpRequest request)
            throws IOException, InterruptedException {
        check(recipient, request);
        return answer(request, BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> answer(HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        var answer = Lazily.HTTP.sendAsync(request, body);
        try {
            return answer.get(patience(request).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("The answer did not end in time");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException known) {
                throw known;
            }
            throw new IOException("The call failed", failure.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    /**
     * The same to somebody whom nobody vouches for: the status is all there is to know, and not one
     * byte more is kept of what they answer.
     */
    public int tell(Recipient recipient, HttpRequest request)
            throws IOException, InterruptedException {
        check(recipient, request);
        var answer = answer(request, BodyHandlers.ofInputStream());
        answer.body().close();
        return answer.statusCode();
    }

    /** The same for an answer too long for memory: past the timeout, reading it fails. */
    public HttpResponse<InputStream> open(Recipient recipient, HttpRequest request)
            throws IOException, InterruptedException {
        check(recipient, request);
        var answer = Lazily.HTTP.send(request, BodyHandlers.ofInputStream());
        CompletableFuture.delayedExecutor(patience(request).toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> cutOff(answer.body()));
        return answer;
    }

    /**
     * Makes sockets for a library that speaks another language than HTTP; they connect to the
     * recipient and to nobody else.
     */
    public SocketFactory sockets(Recipient recipient) {
        return new RecipientSockets(recipient);
    }

    /** What is said over a connection. */
    @FunctionalInterface
    public interface Talk<T> {
        T over(InputStream in, OutputStream out) throws IOException;
    }

    /**
     * Speaks another language than HTTP with the recipient itself: connects, talks, and hangs up.
     *
     * @param patience for each word of an answer
     */
    public <T> T talk(Recipient recipient, URI address, Duration patience, Talk<T> talk)
            throws IOException {
        try (var socket = new RecipientSockets(recipient).createSocket()) {
            socket.connect(
                    new InetSocketAddress(address.getHost(), address.getPort()),
                    (int) CONNECT.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return talk.over(socket.getInputStream(), socket.getOutputStream());
        }
    }

    private static void check(Recipient recipient, HttpRequest request) throws NotTheRecipient {
        if (!recipient.isAt(request.uri())) {
            throw new NotTheRecipient(recipient);
        }
    }

    private static Duration patience(HttpRequest request) {
        return request.timeout().orElse(PATIENCE);
    }

    private static void cutOff(InputStream late) {
        try {
            late.close();
        } catch (IOException closedAlready) {
            LOG.debug("An answer was over before its time was");
        }
    }
}
