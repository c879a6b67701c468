package io.moked;

import io.moked.operations.DemoAccess.Tenant;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The customs of the businesses of a new demo: what each says to those who write, and keeps to say
 * again, what its rules do, and why its conversations end. All of it is set the way that people
 * would set it.
 */
final class DemoCustoms {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCustoms.class);

    private static final Customs SHOP =
            new Customs(
                    Map.of(
                            "greeting",
                            english("Welcome to Bloom & Co! You are number {position} in line."),
                            "away",
                            english(
                                    "Thank you for writing. We are closed now. We open"
                                            + " {nextOpening}, and answer you first thing."),
                            "asked",
                            english("You are number {position} in line. Expected wait: {wait}.")),
                    setting(List.of("queue?", "how long?"), List.of("never mind")),
                    List.of("Order placed", "Question answered", "Complaint settled", "Spam"),
                    List.of(
                            reply(
                                    "hello",
                                    "Hello {{contact.name}}, this is {{agent.name}} of"
                                            + " {{business.name}}. How can I help?",
                                    "שלום {{contact.name}}, כאן {{agent.name}} מ־{{business.name}}."
                                            + " במה אפשר לעזור?"),
                            reply(
                                    "delivery",
                                    "Your order {{ask:order number}} leaves today, and arrives"
                                            + " between {{ask:from}} and {{ask:until}}.",
                                    "הזמנה {{ask:מספר הזמנה}} יוצאת היום, ותגיע בין {{ask:משעה}} ל־{{ask:עד שעה}}."),
                            reply(
                                    "care",
                                    "Cut the stems by two centimetres, and give them fresh water"
                                            + " every other day. They like it cool, and out of the"
                                            + " sun.",
                                    "כדאי לקצר את הגבעולים בשני סנטימטרים ולהחליף מים כל יומיים. מקום קריר ומוצל יאריך את חייהם.")),
                    List.of(
                            rule(
                                    "Complaints first",
                                    "message",
                                    List.of("complaint", "refund", "wilted"),
                                    "high",
                                    "complaint"),
                            waiting("Nobody answers for a quarter of an hour")));

    private static final Customs CLINIC =
            new Customs(
                    Map.of(
                            "greeting",
                            hebrew("שלום, הגעתם למרפאת השקמה. מקומכם בתור: {position}."),
                            "away",
                            hebrew(
                                    "תודה שפניתם. המרפאה סגורה כעת ותיפתח {nextOpening}. נענה לכם אז."),
                            "asked",
                            hebrew("מקומכם בתור: {position}. ההמתנה הצפויה: {wait}.")),
                    setting(List.of("תור?", "כמה זמן?"), List.of("לא משנה")),
                    List.of("נקבע תור", "נענתה שאלה", "הופנה לרופא", "ספאם"),
                    List.of(
                            reply(
                                    "שלום",
                                    "Hello {{contact.name}}, this is {{agent.name}} of"
                                            + " {{business.name}}. How can I help?",
                                    "שלום {{contact.name}}, כאן {{agent.name}} מ{{business.name}}."
                                            + " במה אפשר לעזור?"),
                            reply(
                                    "תור",
                                    "Your appointment is on {{ask:day}} at {{ask:time}}. Please"
                                            + " bring your card along.",
                                    "קבענו לכם תור ליום {{ask:יום}} בשעה {{ask:שעה}}. נא להביא את כרטיס הקופה.")),
                    List.of(
                            rule(
                                    "כאבים קודם",
                                    "message",
                                    List.of("כאב", "כואב", "דחוף"),
                                    "urgent",
                                    "דחוף"),
                            waiting("רבע שעה בלי מענה")));

    private final DemoTalk talk;
    private final Tenant tenant;
    private final Customs customs;

    private DemoCustoms(DemoTalk talk, Tenant tenant) {
        this.talk = talk;
        this.tenant = tenant;
        this.customs = tenant.language().equals("he") ? CLINIC : SHOP;
    }

    private record Customs(
            Map<String, Object> texts,
            Map<String, Object> setting,
            List<String> dispositions,
            List<Map<String, Object>> replies,
            List<Map<String, Object>> rules) {}

    /** Nobody waits for it, and a demo that has been shown before keeps what was made of it. */
    static void start(DemoFile demo) {
        Thread.startVirtualThread(() -> keep(demo));
    }

    private static void keep(DemoFile demo) {
        try (var talk = new DemoTalk(demo.api(), demo.simulator())) {
            for (var tenant : demo.tenants()) {
                new DemoCustoms(talk, tenant).keep();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException away) {
            LOG.info("The demo has no customs: {}", away.getClass().getSimpleName());
        }
    }

    private void keep() throws IOException, InterruptedException {
        if (!items("/dispositions").isEmpty() || !items("/rules").isEmpty()) {
            return;
        }
        for (var name : customs.dispositions()) {
            talk.api(tenant, "POST", "/dispositions", Map.of("name", name));
        }
        for (var reply : customs.replies()) {
            talk.api(tenant, "POST", "/canned-replies", reply);
        }
        for (var rule : customs.rules()) {
            talk.api(tenant, "POST", "/rules", rule);
        }
        talk.api(tenant, "PUT", "/greeting-setting", customs.setting());
        for (var department : items("/departments")) {
            talk.api(tenant, "PUT", "/departments/" + department + "/texts", customs.texts());
        }
    }

    /** The ids of what there is. */
    private List<String> items(String path) throws IOException, InterruptedException {
        return talk.api(tenant, "GET", path, null)
                .path("items")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private static Map<String, String> english(String text) {
        return Map.of("en", text);
    }

    private static Map<String, String> hebrew(String text) {
        return Map.of("he", text);
    }

    private static Map<String, Object> reply(String name, String english, String hebrew) {
        return Map.of(
                "scope",
                "business",
                "name",
                name,
                "texts",
                List.of(
                        Map.of("language", "en", "body", english),
                        Map.of("language", "he", "body", hebrew)));
    }

    private static Map<String, Object> setting(List<String> asking, List<String> ending) {
        return Map.of(
                "askWords",
                asking,
                "giveUpWords",
                ending,
                "greetAgainHours",
                12,
                "askAgainMinutes",
                5);
    }

    private static Map<String, Object> rule(
            String name, String trigger, List<String> words, String priority, String label) {
        return Map.of(
                "name",
                name,
                "enabled",
                true,
                "trigger",
                trigger,
                "conditions",
                List.of(Map.of("type", "words", "words", words)),
                "actions",
                List.of(
                        Map.of("type", "priority", "priority", priority),
                        Map.of("type", "labels", "labels", List.of(label))));
    }

    private static Map<String, Object> waiting(String name) {
        return Map.of(
                "name",
                name,
                "enabled",
                true,
                "trigger",
                "waiting",
                "minutes",
                15,
                "conditions",
                List.of(),
                "actions",
                List.of(Map.of("type", "managers")));
    }
}
