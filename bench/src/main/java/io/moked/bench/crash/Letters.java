package io.moked.bench.crash;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.moked.bench.product.Access.Line;
import io.moked.bench.proof.Op;
import io.moked.bench.proof.Op.Said;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of webhooks as Meta writes them: several messages, also of several numbers, in one. */
final class Letters {

    private Letters() {}

    /** The lines by their number's id. */
    static byte[] messages(Map<String, Line> lines, List<Said> said) {
        var byNumber =
                said.stream().collect(groupingBy(Said::number, LinkedHashMap::new, toList()));
        return body(
                byNumber.entrySet().stream()
                        .map(share ->
                                entry(line(lines, share.getKey()), messages(share.getValue())))
                        .toList());
    }

    private static Line line(Map<String, Line> lines, String number) {
        return requireNonNull(lines.get(number));
    }

    private static Map<String, ?> messages(List<Said> said) {
        var phone = said.getFirst().phone();
        var contact = Map.of("profile", Map.of("name", "Contact " + phone), "wa_id", phone);
        return Map.of(
                "contacts",
                List.of(contact),
                "messages",
                said.stream().map(Letters::message).toList());
    }

    private static Map<String, ?> message(Said said) {
        var file = said.file();
        return file == null
                ? message(said, "text", Map.of("body", said.text()))
                : message(said, "image", picture(file, said.text()));
    }

    private static Map<String, ?> message(Said said, String type, Map<String, ?> content) {
        return Map.of(
                "from",
                said.phone(),
                "id",
                said.wamid(),
                "timestamp",
                now(),
                "type",
                type,
                type,
                content);
    }

    /** Meta tells digests in base64 here. */
    private static Map<String, ?> picture(Op.File file, String caption) {
        var digest = HexFormat.of().parseHex(file.sha256());
        var sha256 = Base64.getEncoder().encodeToString(digest);
        return Map.of(
                "id", file.id(), "mime_type", "image/png", "sha256", sha256, "caption", caption);
    }

    /** That one of our messages, which Meta knows by the wamid and we by the reference, got far. */
    static byte[] status(Line line, String phone, String wamid, String reference, String status) {
        var told =
                Map.of(
                        "id", wamid,
                        "status", status,
                        "timestamp", now(),
                        "recipient_id", phone,
                        "biz_opaque_callback_data", reference);
        return body(List.of(entry(line, Map.of("statuses", List.of(told)))));
    }

    private static byte[] body(List<? extends Map<String, ?>> entries) {
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of("object", "whatsapp_business_account", "entry", entries));
    }

    private static Map<String, ?> entry(Line line, Map<String, ?> content) {
        var value = new LinkedHashMap<String, Object>(content);
        value.put("messaging_product", "whatsapp");
        value.put(
                "metadata",
                Map.of(
                        "display_phone_number", line.displayNumber().replaceAll("\\D", ""),
                        "phone_number_id", line.phoneNumberId()));
        return Map.of(
                "id", line.waba(), "changes", List.of(Map.of("field", "messages", "value", value)));
    }

    private static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }
}
