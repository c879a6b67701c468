package io.moked.egress;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Opens every outbound connection, to the recipient it is meant for only, and follows no redirect.
 */
@Component
public class EgressGate {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .connectTimeout(CONNECT)
                    .followRedirects(Redirect.NEVER)
                    .build();

    /**
     * Sends a request whose address must be the recipient's.
     *
     * @throws NotTheRecipient if it is not; nothing has been sent then
     */
    public <T> HttpResponse<T> call(Recipient recipient, HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        if (!recipient.isAt(request.uri())) {
            throw new NotTheRecipient(recipient);
        }
        return http.send(request, body);
    }
}
