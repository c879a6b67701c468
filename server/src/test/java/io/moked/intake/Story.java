package io.moked.intake;

import io.moked.Meta;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/**
 * What Meta could tell of an account with two numbers and three people in a week: their past, what
 * they write, what is written to them in the app, files, edits, signs, statuses, and news of the
 * account in between. Made once, told to whoever has such an account, in whatever order.
 */
final class Story {

    /** Whoever hears it: the account, and its two numbers. */
    record Hearer(String account, List<String> numbers) {}

    /** One thing as it is told to somebody: an entry of a delivery. */
    interface Told extends Function<Hearer, Map<String, Object>> {}

    private static final String US = "15550100";

    final List<String> phones = List.of(Meta.newPhone(), Meta.newPhone(), Meta.newPhone());
    final List<String> files = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Random random;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private int second;
    private int parts;

    Story(Random random) {
        this.random = random;
        for (int number = 0; number < 2; number++) {
            for (var phone : phones) {
                past(number, phone);
                present(number, phone);
            }
        }
        phones.forEach(this::wishes);
        news();
    }

    /** In the order in which it happened. */
    List<Told> told() {
        return told;
    }

    private void past(int number, String phone) {
        var messages = new ArrayList<Map<String, Object>>();
        for (int n = random.nextInt(2, 5); n > 0; n--) {
            var from = random.nextBoolean() ? phone : US;
            var message = text(from, "past " + ++second, at(Duration.ofDays(30)));
            message.put(
                    "history_context", Map.of("status", from.equals(US) ? "READ" : "DELIVERED"));
            messages.add(message);
        }
        var picture = item(phone, "media_placeholder", Map.of(), at(Duration.ofDays(10)));
        picture.put("history_context", Map.of("status", "READ"));
        messages.add(picture);
        var thread = Map.of("id", phone, "messages", messages);
        var how = Map.of("phase", 1, "chunk_order", 1, "progress", ++parts * 15);
        tell(number, "history", "history", Map.of("metadata", how, "threads", List.of(thread)));
        var file = new HashMap<>(item(phone, "image", image(), at(Duration.ofDays(10))));
        file.put("id", picture.get("id"));
        tell(number, "history", "messages", file);
    }

    private void present(int number, String phone) {
        var first = text(phone, "hello " + ++second, at(Duration.ofDays(2)));
        tell(number, "messages", "messages", first);
        var picture = item(phone, "image", image(), at(Duration.ofHours(20)));
        tell(number, "messages", "messages", picture);
        var echo = text(US, "by phone " + ++second, at(Duration.ofHours(10)));
        echo.put("to", phone);
        tell(number, "smb_message_echoes", "message_echoes", echo);
        for (var status : List.of("sent", "delivered", "read")) {
            var how = new HashMap<String, Object>(Map.of("id", echo.get("id"), "status", status));
            how.put("timestamp", seconds(at(Duration.ofHours(9))));
            if (!status.equals("read")) {
                var type = status.equals("sent") ? "regular" : "free_customer_service";
                how.put(
                        "pricing",
                        Map.of("pricing_model", "PMP", "type", type, "category", "service"));
            }
            tell(number, "messages", "statuses", how);
        }
        edit(number, phone, first, "hello again");
        if (random.nextBoolean()) {
            edit(number, phone, first, "hello for good");
        }
        about(number, phone, "reaction", Map.of("message_id", first.get("id"), "emoji", "👍"));
        if (random.nextBoolean()) {
            about(number, phone, "reaction", Map.of("message_id", first.get("id"), "emoji", ""));
        }
        if (random.nextBoolean()) {
            about(number, phone, "revoke", Map.of("original_message_id", picture.get("id")));
        }
        tell(number, "messages", "messages", text(phone, "latest", at(Duration.ofHours(1))));
        listed(number, phone, "Name " + ++second);
        listed(number, phone, random.nextBoolean() ? "Name " + ++second : null);
    }

    private void edit(int number, String phone, Map<String, Object> message, String words) {
        var now = Map.of("type", "text", "text", Map.of("body", words + ++second));
        about(
                number,
                phone,
                "edit",
                Map.of("original_message_id", message.get("id"), "message", now));
    }

    private void about(int number, String phone, String type, Map<String, Object> what) {
        tell(number, "messages", "messages", item(phone, type, what, at(Duration.ofHours(5))));
    }

    private void listed(int number, String phone, String name) {
        var contact = new HashMap<String, Object>(Map.of("phone_number", phone));
        if (name != null) {
            contact.put("full_name", name);
        }
        var at = Map.of("timestamp", seconds(at(Duration.ofHours(4))));
        var action = name == null ? "remove" : "add";
        tell(
                number,
                "smb_app_state_sync",
                "state_sync",
                Map.of("type", "contact", "action", action, "contact", contact, "metadata", at));
    }

    private void wishes(String phone) {
        for (var word : List.of("stop", "resume", "stop").subList(0, random.nextInt(4))) {
            var wish = new HashMap<String, Object>(Map.of("wa_id", phone, "value", word));
            wish.put("category", "marketing_messages");
            wish.put("timestamp", at(Duration.ofHours(3)).getEpochSecond());
            tell(0, "user_preferences", "user_preferences", wish);
        }
    }

    private void news() {
        for (var limit : List.of("TIER_2K", "TIER_10K")) {
            var value =
                    Map.<String, Object>of(
                            "display_phone_number",
                            US,
                            "event",
                            "ONBOARDING",
                            "current_limit",
                            limit);
            tellOfTheAccount("phone_number_quality_update", value);
        }
        tellOfTheAccount("account_update", Map.of("event", "ACCOUNT_RESTRICTION"));
        tellOfTheAccount("account_update", Map.of("event", "ACCOUNT_RESTRICTION_LIFTED"));
        tellOfTheAccount("something_new", Map.of("event", "NOBODY_KNOWS"));
    }

    private void tellOfTheAccount(String field, Map<String, Object> value) {
        var time = at(Duration.ofHours(2)).getEpochSecond();
        told.add(hearer ->
                Map.of(
                        "id",
                        hearer.account(),
                        "time",
                        time,
                        "changes",
                        List.of(Map.of("field", field, "value", value))));
    }

    private void tell(int number, String field, String array, Map<String, Object> item) {
        var time = at(Duration.ofHours(1)).getEpochSecond();
        told.add(hearer -> {
            var which =
                    Map.of(
                            "display_phone_number",
                            US,
                            "phone_number_id",
                            hearer.numbers().get(number));
            var value =
                    Map.of(
                            "messaging_product",
                            "whatsapp",
                            "metadata",
                            which,
                            array,
                            List.of(item));
            return Map.of(
                    "id",
                    hearer.account(),
                    "time",
                    time,
                    "changes",
                    List.of(Map.of("field", field, "value", value)));
        });
    }

    /** No two things happen in one second: which of them was first, nobody could tell. */
    private Instant at(Duration ago) {
        return now.minus(ago).plusSeconds(++second);
    }

    private Map<String, Object> image() {
        var id = UUID.randomUUID().toString();
        files.add(id);
        return Map.of("id", id, "mime_type", "image/png", "caption", "picture " + ++second);
    }

    private static Map<String, Object> text(String from, String words, Instant at) {
        return item(from, "text", Map.of("body", words), at);
    }

    private static Map<String, Object> item(String from, String type, Object what, Instant at) {
        var item =
                new HashMap<String, Object>(Map.of("from", from, "id", Meta.newId(), "type", type));
        item.put(type, what);
        item.put("timestamp", seconds(at));
        return item;
    }

    private static String seconds(Instant at) {
        return Long.toString(at.getEpochSecond());
    }
}
