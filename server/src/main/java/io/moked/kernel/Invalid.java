package io.moked.kernel;

import java.util.List;
import java.util.Map;

/** A request whose content breaks a rule; names the field and the rule's stable word. */
public final class Invalid extends Refusal {

    public Invalid(String field, String rule) {
        super(
                Kind.INVALID,
                "invalid-request",
                Map.of("errors", List.of(Map.of("field", field, "message", rule))));
    }
}
