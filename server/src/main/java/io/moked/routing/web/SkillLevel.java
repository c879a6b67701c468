package io.moked.routing.web;

import io.moked.kernel.Invalid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A skill, and how well somebody knows it or has to.
 *
 * @param level 1 to 5
 */
record SkillLevel(@NotNull UUID skillId, @Min(1) @Max(5) int level) {

    /** As pairs; refuses one that is named twice. */
    static Map<UUID, Integer> levels(String field, List<SkillLevel> named) {
        var levels = new HashMap<UUID, Integer>();
        for (var one : named) {
            if (levels.put(one.skillId(), one.level()) != null) {
                throw new Invalid(field, "twice");
            }
        }
        return levels;
    }
}
