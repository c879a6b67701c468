package io.moked.walls;

import io.moked.walls.RuleBodies.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies of canned replies that are right but for the one id they are made with. */
final class CannedBodies {

    private CannedBodies() {}

    static void list(Listing listing) {
        for (var route :
                List.of("POST /api/v1/canned-replies ", "PUT /api/v1/canned-replies/{id} ")) {
            listing.add(route + "mediaId", "media", id -> reply(Map.of("mediaId", id)));
            listing.add(
                    route + "departmentId",
                    "department",
                    id -> reply(Map.of("scope", "department", "departmentId", id)));
        }
    }

    static Map<String, Object> reply(Map<String, Object> with) {
        var reply = new HashMap<String, Object>();
        reply.put("scope", "business");
        reply.put("name", "same");
        reply.put("texts", List.of(Map.of("language", "en", "body", "Same")));
        reply.putAll(with);
        return reply;
    }
}
