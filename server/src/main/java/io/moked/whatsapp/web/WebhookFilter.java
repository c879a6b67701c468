package io.moked.whatsapp.web;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.moked.kernel.Limit;
import io.moked.metaapp.Signer;
import io.moked.whatsapp.Backlog;
import io.moked.whatsapp.DeliveryInbox;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.springframework.dao.DataAccessException;

/**
 * Where Meta delivers. Reads the raw bytes, checks who signed them, keeps them, and only then says
 * 200; it parses nothing. It answers in front of all other filters: every webhook of every tenant
 * passes here, and what the others do for people costs more than all of this.
 */
class WebhookFilter extends HttpFilter {

    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private final transient Callers callers;
    private final transient DeliveryInbox inbox;
    private final transient Backlog backlog;
    private final transient Counters counters;
    private final transient Forgeries forgeries = new Forgeries(Ticker.systemTicker());

    /** Nobody has proved anything yet while a body is read: all of them share these bytes. */
    private final transient Semaphore reading = new Semaphore(Limit.WEBHOOK_BYTES_READING.value());

    WebhookFilter(Callers callers, DeliveryInbox inbox, Backlog backlog, MeterRegistry meters) {
        this.callers = callers;
        this.inbox = inbox;
        this.backlog = backlog;
        this.counters =
                new Counters(
                        counter(meters, "kept"),
                        counter(meters, "not-kept"),
                        counter(meters, "unsigned"),
                        counter(meters, "too-large"),
                        counter(meters, "refused"));
    }

    private record Counters(
            Counter kept, Counter notKept, Counter unsigned, Counter tooLarge, Counter refused) {}

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("moked.webhooks")
                .description("Webhook deliveries by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain nobodyElse)
            throws IOException {
        if (forgeries.refuse(request)) {
            response.setHeader("Retry-After", "60");
            answer(response, TOO_MANY, counters.refused());
        } else if (!callers.isMeta(request)) {
            forgeries.signedBadly(request);
            answer(response, HttpServletResponse.SC_FORBIDDEN, counters.unsigned());
        } else {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Signer signer;
        try {
            signer = callers.at(request);
        } catch (DataAccessException away) {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, counters.notKept());
            return;
        }
        if (signer == null) {
            forgeries.signedBadly(request);
            answer(response, HttpServletResponse.SC_NOT_FOUND, counters.unsigned());
            return;
        }
        switch (request.getMethod()) {
            case "POST" -> deliver(request, response, signer);
            case "GET" -> shakeHands(request, response, signer);
            default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /** Meta's handshake: whoever knows the token gets the challenge back. */
    private void shakeHands(HttpServletRequest request, HttpServletResponse response, Signer signer)
            throws IOException {
        var challenge = request.getParameter("hub.challenge");
        boolean known =
                "subscribe".equals(request.getParameter("hub.mode"))
                        && signer.knows(request.getParameter("hub.verify_token"));
        if (!known || challenge == null) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(challenge);
    }

    private void deliver(HttpServletRequest request, HttpServletResponse response, Signer signer)
            throws IOException {
        int most = Limit.WEBHOOK_BYTES.value();
        int declared = request.getContentLength();
        int reserved = declared < 0 ? most : Math.min(declared, most);
        if (backlog.turnsAway() || !reading.tryAcquire(reserved)) {
            // Not 503, after which the connection would have to be made anew: to be declined
            // must cost less than to be kept.
            response.setHeader("Retry-After", "5");
            answer(response, TOO_MANY, counters.notKept());
            return;
        }
        try {
            take(request, response, signer, most);
        } finally {
            reading.release(reserved);
        }
    }

    private void take(
            HttpServletRequest request, HttpServletResponse response, Signer signer, int most)
            throws IOException {
        var body = read(request, most);
        if (body.length > most) {
            forgeries.signedBadly(request);
            answer(response, TOO_LARGE, counters.tooLarge());
        } else if (!signer.signature().isGood(request.getHeader("X-Hub-Signature-256"), body)) {
            forgeries.signedBadly(request);
            answer(response, HttpServletResponse.SC_UNAUTHORIZED, counters.unsigned());
        } else {
            forgeries.signedWell(request);
            keep(body, signer, response);
        }
    }

    private void keep(byte[] body, Signer signer, HttpServletResponse response) {
        if (inbox.keep(body, signer.app())) {
            answer(response, HttpServletResponse.SC_OK, counters.kept());
        } else {
            answer(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, counters.notKept());
        }
    }

    /**
     * Reads one byte more than there may be, if it comes; into no more memory than was announced.
     */
    private static byte[] read(HttpServletRequest request, int most) throws IOException {
        int declared = request.getContentLength();
        var in = request.getInputStream();
        if (declared < 0 || declared > most) {
            return in.readNBytes(most + 1);
        }
        var body = new byte[declared];
        int length = in.readNBytes(body, 0, declared);
        return length == declared ? body : Arrays.copyOf(body, length);
    }

    private static void answer(HttpServletResponse response, int status, Counter counter) {
        counter.increment();
        response.setStatus(status);
        response.setContentLength(0);
    }
}
