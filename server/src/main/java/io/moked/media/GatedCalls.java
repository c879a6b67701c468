package io.moked.media;

import io.moked.egress.EgressGate;
import io.moked.egress.Recipient;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Lets a library of Amazon's call through the gate, and so nobody but the one recipient. */
final class GatedCalls implements SdkHttpClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Written by whoever opens the connection; the signature covers none that could differ. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "expect", "host");

    private final EgressGate gate;
    private final Recipient recipient;

    GatedCalls(EgressGate gate, Recipient recipient) {
        this.gate = gate;
        this.recipient = recipient;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return told(gate.open(recipient, asked(request)));
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
            }

            @Override
            public void abort() {}
        };
    }

    private static HttpRequest asked(HttpExecuteRequest request) {
        var wanted = request.httpRequest();
        var built =
                HttpRequest.newBuilder(wanted.getUri())
                        .timeout(PATIENCE)
                        .method(wanted.method().name(), body(request));
        wanted.forEachHeader((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> built.header(name, value));
            }
        });
        return built.build();
    }

    private static BodyPublisher body(HttpExecuteRequest request) {
        long length =
                request.httpRequest()
                        .firstMatchingHeader("Content-Length")
                        .map(Long::parseLong)
                        .orElse(0L);
        return request.contentStreamProvider()
                .filter(content -> length > 0)
                .map(content ->
                        BodyPublishers.fromPublisher(
                                BodyPublishers.ofInputStream(content::newStream), length))
                .orElseGet(BodyPublishers::noBody);
    }

    private static HttpExecuteResponse told(HttpResponse<InputStream> answer) {
        return HttpExecuteResponse.builder()
                .response(
                        SdkHttpResponse.builder()
                                .statusCode(answer.statusCode())
                                .headers(answer.headers().map())
                                .build())
                .responseBody(AbortableInputStream.create(answer.body()))
                .build();
    }

    @Override
    public String clientName() {
        return "gated";
    }

    @Override
    public void close() {}
}
