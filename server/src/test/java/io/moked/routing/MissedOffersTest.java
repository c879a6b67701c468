package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A department that bears two offers in a row that an agent lets pass. */
@MokedTest
class MissedOffersTest extends OfferJourney {

    @BeforeEach
    void ask() {
        offering(Map.of("offerMisses", 2));
        setMembers(business.agent());
        become(agent, "available");
    }

    @Test
    void whoeverLetsTooManyPassIsAway() {
        arrivals(1);
        await().until(() -> offersTo(agent).size() == 1);
        letPass();
        assertThat(availability()).isEqualTo("available");
        assertThat(offersTo(agent)).hasSize(1);

        letPass();

        assertThat(availability()).isEqualTo("away");
        assertThat(offersTo(agent)).isEmpty();
        assertThat(holds(business.agent())).isZero();
    }

    @Test
    void whoeverAnswersIsThere() {
        arrivals(2);
        await().until(() -> offersTo(agent).size() == 2);
        behindTheirBacks(
                "update routing.offer set ends_at = now() where id = (select min(id::text)::uuid from routing.offer)");
        decide();
        accept(agent, offerTo(agent));
        await().until(() -> offersTo(agent).size() == 1);
        letPass();
        assertThat(availability()).isEqualTo("available");
    }

    @Test
    void whoeverSaysNoIsThereToo() {
        arrivals(1);
        await().until(() -> offersTo(agent).size() == 1);
        letPass();
        agent.delete("/offers/" + offerTo(agent));
        await().until(() -> offersTo(agent).size() == 1);
        letPass();
        assertThat(availability()).isEqualTo("available");
    }

    private String availability() {
        return agent.get("/me/availability").path("availability").asString();
    }
}
