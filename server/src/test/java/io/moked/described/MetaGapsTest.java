package io.moked.described;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What Meta's description lacks is not made up by us for longer than it has to be. */
class MetaGapsTest {

    @Test
    void theGapsAreStillThere() {
        assumeTrue(MetaDescription.isHere(), "Meta's description is not here");
        var closed = new ArrayList<String>();
        compare(MetaDescription.asMetaWroteIt(), MetaDescription.gaps(), "", closed);
        assertThat(closed).isEmpty();
    }

    private static void compare(
            JsonNode described, JsonNode gap, String path, List<String> closed) {
        if (gap.isObject() && described.isObject()) {
            gap.properties()
                    .forEach(it ->
                            compare(
                                    described.path(it.getKey()),
                                    it.getValue(),
                                    path + "/" + it.getKey(),
                                    closed));
        } else if (gap.isNull() ? described.isMissingNode() : isSaid(described, gap)) {
            closed.add(path);
        }
    }

    private static boolean isSaid(JsonNode described, JsonNode gap) {
        return gap.isArray() && described.isArray()
                ? gap.valueStream().anyMatch(it -> described.valueStream().anyMatch(it::equals))
                : described.equals(gap);
    }
}
