package io.moked.kernel;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A request whose content breaks a rule; names the field and the rule's stable word. */
public final class Invalid extends Refusal {

    /**
     * Several rules at once.
     *
     * @param rules by the fields that break them
     */
    public Invalid(SequencedMap<String, String> rules) {
        super(
                Kind.INVALID,
                "invalid-request",
                Map.of(
                        "errors",
                        rules.entrySet().stream()
                                .map(it -> Map.of("field", it.getKey(), "message", it.getValue()))
                                .toList()));
    }

    public Invalid(String field, String rule) {
        super(
                Kind.INVALID,
                "invalid-request",
                Map.of("errors", List.of(Map.of("field", field, "message", rule))));
    }
}
