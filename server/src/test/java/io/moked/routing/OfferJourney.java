package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Api.Answer;
import io.moked.tenancy.TenantScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A business whose departments ask, keep and overflow. */
abstract class OfferJourney extends RoutingJourney {

    /** Its settings, with these in place of what is usual. */
    final Answer set(UUID department, String mode, Map<String, Object> settings) {
        var wanted = new HashMap<String, Object>(settings);
        wanted.putIfAbsent("name", department.equals(business.department()) ? "General" : "Other");
        wanted.put("mode", mode);
        wanted.putIfAbsent("choice", "longest_idle");
        return manager.put("/departments/" + department, wanted);
    }

    final void offering(Map<String, Object> settings) {
        assertThat(set(business.department(), "offer", settings).status()).isEqualTo(200);
    }

    static List<JsonNode> offersTo(Api who) {
        return who.items("/me/offers");
    }

    static String offerTo(Api who) {
        return offersTo(who).getFirst().path("id").asString();
    }

    static Answer accept(Api who, String offer) {
        return who.post("/offers/" + offer + "/acceptance", Map.of());
    }

    final JsonNode routingOf(String phone) {
        return manager.get("/conversations/" + idOf(phone) + "/routing");
    }

    /** As another server would, that has heard of nothing. */
    final void decide() {
        TenantScope.run(business.tenant().id(), server.getBean(Decisions.class)::decideAll);
    }

    final void letPass() {
        behindTheirBacks("update routing.offer set ends_at = now() - interval '1 second'");
        decide();
    }
}
