package io.moked;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Delivers webhooks to the server as Meta does. */
public record Meta(int port) {

    public static final String SECRET = "the secret of an app";
    public static final String TOKEN = "the token of an app";

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicLong PHONES = new AtomicLong(Instant.now().toEpochMilli() * 1_000);

    /** A phone that nobody used before in this run. */
    public static String newPhone() {
        return Long.toString(PHONES.incrementAndGet()).substring(1);
    }

    public static String newId() {
        return "wamid." + UUID.randomUUID();
    }

    public static Map<String, Object> text(String from, String id, String body) {
        return text(from, id, body, Instant.now());
    }

    public static Map<String, Object> text(String from, String id, String body, Instant at) {
        return Map.of(
                "from",
                from,
                "id",
                id,
                "timestamp",
                Long.toString(at.getEpochSecond()),
                "type",
                "text",
                "text",
                Map.of("body", body));
    }

    /** Under the id that WhatsApp gives a person for a business. */
    public static Map<String, Object> textOf(String userId, String from, String body) {
        var message = new HashMap<>(text(from, newId(), body));
        message.put("from_user_id", userId);
        return message;
    }

    public static String newUserId() {
        return "IL." + UUID.randomUUID().toString().replace("-", "");
    }

    public static Map<String, Object> status(String id, String status, UUID reference) {
        return Map.of(
                "id",
                id,
                "status",
                status,
                "timestamp",
                Long.toString(Instant.now().getEpochSecond()),
                "biz_opaque_callback_data",
                reference.toString());
    }

    /** One change about one number. */
    public static Map<String, Object> change(
            String number, String what, List<Map<String, Object>> items) {
        var contacts = new ArrayList<Map<String, Object>>();
        for (var item : items) {
            if (item.containsKey("from")) {
                contacts.add(
                        Map.of(
                                "wa_id",
                                item.get("from"),
                                "profile",
                                Map.of("name", "Name of " + item.get("from"))));
            }
        }
        return change(number, what, items, contacts);
    }

    public static Map<String, Object> change(
            String number,
            String what,
            List<Map<String, Object>> items,
            List<Map<String, Object>> contacts) {
        return Map.of(
                "field",
                "messages",
                "value",
                Map.of(
                        "messaging_product",
                        "whatsapp",
                        "metadata",
                        Map.of("display_phone_number", "1555", "phone_number_id", number),
                        "contacts",
                        contacts,
                        what,
                        items));
    }

    public static byte[] body(List<Map<String, Object>> changes) {
        return JSON.writeValueAsBytes(
                Map.of(
                        "object",
                        "whatsapp_business_account",
                        "entry",
                        List.of(Map.of("id", "1", "changes", changes))));
    }

    public int deliver(Business business, List<Map<String, Object>> messages) {
        return post(body(List.of(change(business.phoneNumberId(), "messages", messages))));
    }

    public int says(Business business, String phone, String words) {
        return deliver(business, List.of(text(phone, newId(), words)));
    }

    public int tells(Business business, Map<String, Object> status) {
        return post(body(List.of(change(business.phoneNumberId(), "statuses", List.of(status)))));
    }

    public int post(byte[] body) {
        return post(body, "sha256=" + sign(body));
    }

    public int post(byte[] body, String signature) {
        return post("", body, signature);
    }

    /** To the address of a tenant's own app, which is told with a stroke before it. */
    public int post(String address, byte[] body, String signature) {
        var webhook = URI.create("http://localhost:" + port + "/webhooks/whatsapp" + address);
        var request = HttpRequest.newBuilder(webhook).POST(BodyPublishers.ofByteArray(body));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new AssertionError("The server does not answer", failure);
        }
    }

    public static String sign(byte[] body) {
        return sign(body, SECRET);
    }

    public static String sign(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
