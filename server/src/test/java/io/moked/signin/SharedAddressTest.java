package io.moked.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.access.Role;
import io.moked.access.Users;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two businesses have an account with one address, and neither is a way into the other. */
class SharedAddressTest extends Entrance {

    private static final int FREE = 6;
    private static final String OTHER = "quite another sentence";

    private Business other;

    @BeforeEach
    void share() {
        other = Business.create(server);
        join(other, OTHER);
    }

    private void join(Business somewhere, String password) {
        TenantScope.run(
                somewhere.tenant().id(),
                () ->
                        server.getBean(Users.class)
                                .create("Ivan Intruder", email(), "en", Role.AGENT, password));
    }

    private String email() {
        return business.agent().user().email();
    }

    private Tab intruder() {
        var tab = tab();
        assertThat(tab.signIn(email(), OTHER).status()).isEqualTo(201);
        tab.delete("/session");
        return tab;
    }

    /** Until each further try waits for seconds. */
    private void guess() {
        for (int n = 0; n < FREE; n++) {
            assertThat(tab().signIn(email(), WRONG).status()).isEqualTo(401);
        }
        for (int n = 0; n < 3; n++) {
            clock.turn(Duration.ofMinutes(1));
            assertThat(tab().signIn(email(), WRONG).status()).isEqualTo(401);
        }
    }

    @Test
    void theRightPasswordOfOneForgetsNoTryAtTheOther() {
        guess();
        for (int n = 0; n < 3; n++) {
            clock.turn(Duration.ofMinutes(1));
            assertThat(tab().signIn(email(), OTHER).status()).isEqualTo(201);
        }
        clock.turn(Duration.ofMinutes(1));
        assertThat(tab().signIn(email(), WRONG).status()).isEqualTo(401);
        assertThat(tab().signIn(business.agent()).code()).isEqualTo("too-many-attempts");
    }

    @Test
    void aDeviceThatOneKnowsIsAStrangerToTheOther() {
        var intruder = intruder();
        guess();
        assertThat(intruder.signIn(business.agent()).code()).isEqualTo("too-many-attempts");
        assertThat(intruder.signIn(email(), OTHER).status()).isEqualTo(201);
    }

    @Test
    void aDeviceThatOneKnowsIsAStrangerToTheOtherAlsoWithASecondFactor() {
        enrol(withSession(business.agent()));
        var halfIn = IntStream.range(0, FREE + 3).mapToObj(n -> intruder()).toList();
        halfIn.forEach(it -> it.signIn(business.agent()));
        assertThat(halfIn)
                .extracting(it -> it.post("/session/second-factor", Map.of("code", "0")).code())
                .contains("factor-refused", "too-many-attempts");
    }

    @Test
    void neitherIsHeldUpOnADeviceItKnowsByWhoeverTriesTheAddress() {
        var own = signedIn(business.agent());
        own.delete("/session");
        guess();
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(429);
        assertThat(own.signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void whoeverHasBothSignsInToEachAsOftenAsTheyLike() {
        for (int n = 0; n < 2 * FREE; n++) {
            assertThat(tab().signIn(email(), OTHER).status()).isEqualTo(201);
        }
        assertThat(tab().signIn(business.agent()).status()).isEqualTo(201);
    }

    @Test
    void whoeverWasThereBeforeShutsNobodyOut() {
        for (int n = 0; n < 5; n++) {
            join(Business.create(server), OTHER + n);
        }
        assertThat(tab().signIn(email(), OTHER + 4).status()).isEqualTo(201);
    }

    @Test
    void whoeverHasOnePasswordForSeveralSaysWhichIsMeant() {
        var third = Business.create(server);
        join(third, OTHER);
        var tab = tab();
        var asked = tab.signIn(email(), OTHER);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.code()).isEqualTo("which-business");
        assertThat(asked.body().path("businesses").valueStream())
                .extracting(it -> it.path("id").asString())
                .containsExactlyInAnyOrder(id(other), id(third));
        for (var wanted : List.of(other, third)) {
            assertThat(signIn(tab, wanted).status()).isEqualTo(201);
            assertThat(tab.get("/me").body().path("tenant").path("id").asString())
                    .isEqualTo(id(wanted));
        }
        assertThat(signIn(tab, business).code()).isEqualTo("sign-in-failed");
    }

    @Test
    void aClosedBusinessIsNoChoice() {
        var third = Business.create(server);
        join(third, OTHER);
        server.getBean(Tenants.class).turn(third.tenant().id(), Tenant.State.SUSPENDED);
        var tab = tab();
        assertThat(tab.signIn(email(), OTHER).status()).isEqualTo(201);
        assertThat(tab.get("/me").body().path("tenant").path("id").asString()).isEqualTo(id(other));
        assertThat(signIn(tab, third).code()).isEqualTo("tenant-closed");
    }

    private static String id(Business somewhere) {
        return somewhere.tenant().id().value().toString();
    }

    private Tab.Answer signIn(Tab tab, Business to) {
        return tab.post(
                "/session", Map.of("email", email(), "password", OTHER, "business", id(to)));
    }

    @Test
    void aFailureIsToldOnlyToWhoseDeviceItCameFrom() {
        assertThat(tab().signIn(email(), WRONG).status()).isEqualTo(401);
        var own = signedIn(business.agent());
        assertThat(own.signIn(email(), WRONG).status()).isEqualTo(401);
        await().until(() -> !failures(business).isEmpty());
        assertThat(failures(business)).hasSize(1);
        assertThat(failures(business).getFirst().toString()).contains(own.address());
        assertThat(failures(other)).isEmpty();
    }

    private List<JsonNode> failures(Business of) {
        return Api.of(port, of.manager()).items("/audit-entries?action=access.sign-in-failed");
    }
}
