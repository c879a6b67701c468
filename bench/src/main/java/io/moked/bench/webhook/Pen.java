package io.moked.bench.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moked.bench.product.Access;
import io.moked.bench.product.Access.Line;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Instant;

/**
 * Writes signed deliveries of text messages as Meta posts them, by mere concatenation: writing must
 * cost the machine next to nothing beside what is measured. For one thread.
 */
public final class Pen {

    private final String head;
    private final String opening;
    private final Seal seal;

    public Pen(Access access, Line line) {
        head = head(access.webhook());
        opening = opening(line);
        seal = new Seal(access.appSecret());
    }

    private static String head(URI webhook) {
        return "POST %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: facebookexternalua\r\n"
                        .formatted(webhook.getPath(), webhook.getAuthority())
                + "Accept: */*\r\nContent-Type: application/json\r\n";
    }

    private static String opening(Line line) {
        return """
        {"object":"whatsapp_business_account","entry":[{"id":"%s","changes":[{"value":\
        {"messaging_product":"whatsapp","metadata":{"display_phone_number":"%s","phone_number_id":"%s"},\
        "contacts":[{"profile":{"name":"Customer \
        """
                .formatted(
                        line.waba(),
                        line.displayNumber().replaceAll("\\D", ""),
                        line.phoneNumberId());
    }

    /** A whole request, head and body. */
    public byte[] request(long number, long phone, String text) {
        var body = body(number, phone, text).getBytes(UTF_8);
        var signed =
                head
                        + "X-Hub-Signature-256: "
                        + seal.of(body)
                        + "\r\nContent-Length: "
                        + body.length
                        + "\r\n\r\n";
        var request = new ByteArrayOutputStream(signed.length() + body.length);
        request.writeBytes(signed.getBytes(UTF_8));
        request.writeBytes(body);
        return request.toByteArray();
    }

    public String body(long number, long phone, String text) {
        return opening
                + phone
                + "\"},\"wa_id\":\""
                + phone
                + "\",\"user_id\":\"US."
                + phone
                + "\"}],\"messages\":[{\"from\":\""
                + phone
                + "\",\"from_user_id\":\"US."
                + phone
                + "\",\"id\":\""
                + Wamid.of(number)
                + "\",\"timestamp\":\""
                + Instant.now().getEpochSecond()
                + "\",\"text\":{\"body\":\""
                + text
                + "\"},\"type\":\"text\"}]},\"field\":\"messages\"}]}]}";
    }
}
