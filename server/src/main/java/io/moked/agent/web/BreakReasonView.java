package io.moked.agent.web;

import io.moked.agent.BreakReason;
import io.moked.agent.BreakReasons;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Why somebody is on a break, in both languages. */
record BreakReasonView(UUID id, String english, String hebrew) {

    static BreakReasonView of(BreakReason it) {
        return new BreakReasonView(it.id(), it.english(), it.hebrew());
    }

    /** By id, those too that were removed. */
    static Map<UUID, BreakReasonView> all(BreakReasons reasons) {
        return reasons.all().stream()
                .map(BreakReasonView::of)
                .collect(Collectors.toMap(BreakReasonView::id, Function.identity()));
    }
}
