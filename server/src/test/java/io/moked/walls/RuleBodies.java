package io.moked.walls;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Bodies of rules that are right but for the one id they are made with. */
final class RuleBodies {

    private static final String TRIAL = "POST /api/v1/rules/dry-run ";
    private static final String ADDED = "POST /api/v1/rules ";
    private static final String REPLACED = "PUT /api/v1/rules/{id} rule.";

    private RuleBodies() {}

    /** Takes an id in a body, of what it is, and the body with it. */
    @FunctionalInterface
    interface Listing {
        void add(String id, String things, Function<UUID, Object> with);
    }

    static void list(Listing listing) {
        listing.add("PUT /api/v1/rules/order ids", "rules", id -> Map.of("ids", List.of(id)));
        listing.add(
                TRIAL + "ruleId", "rules", id -> Map.of("ruleId", id, "terms", terms(Map.of())));
        for (var part : List.of("conditions.ids", "actions.id")) {
            boolean isAsked = part.startsWith("conditions");
            Function<UUID, Map<String, Object>> of =
                    isAsked ? RuleBodies::inLine : RuleBodies::toLine;
            listing.add(
                    TRIAL + "terms." + part,
                    "department",
                    id -> Map.of("terms", terms(of.apply(id))));
            listing.add(ADDED + part, "department", id -> rule(of.apply(id)));
            listing.add(
                    REPLACED + part,
                    "department",
                    id -> Map.of("version", 1, "rule", rule(of.apply(id))));
        }
    }

    private static Map<String, Object> inLine(UUID department) {
        return Map.of(
                "conditions", List.of(Map.of("type", "department", "ids", List.of(department))));
    }

    private static Map<String, Object> toLine(UUID department) {
        return Map.of("actions", List.of(Map.of("type", "department", "id", department)));
    }

    private static Map<String, Object> terms(Map<String, Object> part) {
        var terms = new HashMap<String, Object>();
        terms.put("trigger", "opening");
        terms.put("conditions", List.of());
        terms.put("actions", List.of(Map.of("type", "labels", "labels", List.of("words"))));
        terms.putAll(part);
        return terms;
    }

    /** One that does nothing, with this part. */
    static Map<String, Object> rule(Map<String, Object> part) {
        var rule = terms(part);
        rule.put("name", UUID.randomUUID().toString());
        rule.put("enabled", false);
        return rule;
    }
}
