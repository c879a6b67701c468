package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Business.Member;
import io.moked.MokedTest;
import io.moked.access.Role;
import io.moked.tenancy.TenantScope;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits long in a department comes to others, too. */
@MokedTest
class OverflowTest extends OfferJourney {

    private UUID sales;
    private Member salesperson;
    private Api sam;

    @BeforeEach
    void found() {
        sales = business.addDepartment(server);
        salesperson =
                TenantScope.call(
                        business.tenant().id(),
                        () -> Business.member(server, "Sam Sales", Role.AGENT));
        limit(salesperson, sales);
        sam = Api.of(port, salesperson);
        set(sales, "push", Map.of());
        manager.put(
                "/departments/" + sales + "/members",
                Map.of("agentIds", List.of(salesperson.id())));
        overflowing("push", sales);
        become(sam, "available");
    }

    @Test
    void whatHasWaitedLongEnoughIsGivenToOthersAndIsTheirDepartmentsFromThenOn() {
        var phone = arrivals(1).getFirst();
        var waiting = routingOf(phone).path("waiting");
        assertThat(waiting.path("overflowsAt").asString()).isNotEmpty();
        decide();
        assertThat(assigneeOf(phone)).isEmpty();

        waitLong();
        decide();

        assertThat(assigneeOf(phone)).isEqualTo(salesperson.id().toString());
        assertThat(departmentOf(phone)).isEqualTo(sales.toString());
        assertThat(routingOf(phone).path("decisions").get(0).path("department").asString())
                .isNotEqualTo("General");
    }

    @Test
    void itHappensByItselfAtTheVeryMoment() {
        overflowing("pull", sales, 5);
        var phone = arrivals(1).getFirst();
        await().until(() -> assigneeOf(phone).equals(salesperson.id().toString()));
    }

    @Test
    void whoeverIsFreeAtHomeComesFirst() {
        setMembers(business.agent());
        become(sam, "busy");
        var phone = arrivals(1).getFirst();
        waitLong();
        decide();
        assertThat(routingOf(phone).path("waiting").path("overflowedTo").size()).isOne();
        assertThat(routingOf(phone).path("waiting").path("obstacles").path("not_available").asInt())
                .isEqualTo(2);
        become(agent, "available");
        await().until(() -> assigneeOf(phone).equals(business.agent().id().toString()));
    }

    @Test
    void betweenTwoWhoAreFreeItStaysAtHome() {
        setMembers(business.agent());
        var phone = arrivals(1).getFirst();
        waitLong();
        behindTheirBacks("update agent.agent set availability = 'available', idle_since = now()");
        decide();
        assertThat(assigneeOf(phone)).isEqualTo(business.agent().id().toString());
        assertThat(routingOf(phone).path("decisions").get(0).path("department").asString())
                .isEqualTo("General");
    }

    @Test
    void whatIsAskedInTheNameOfADepartmentThatIsGivenUpIsAskedNoMore() {
        set(sales, "offer", Map.of());
        manager.put(
                "/departments/" + sales + "/members",
                Map.of("agentIds", List.of(business.colleague().id())));
        limit(salesperson, business.department());
        become(colleague, "available");
        var phone = arrivals(1).getFirst();
        waitLong();
        decide();
        var asked = offerTo(colleague);

        assertThat(manager.delete("/departments/" + sales).status()).isEqualTo(204);

        assertThat(offersTo(colleague)).isEmpty();
        assertThat(holds(business.colleague())).isZero();
        assertThat(accept(colleague, asked).code()).isEqualTo("offer-over");
        var decision = routingOf(phone).path("decisions").get(0);
        assertThat(decision.path("answer").asString()).isEqualTo("withdrawn");
        assertThat(routingOf(phone).path("waiting").path("department").asString())
                .isEqualTo("General");
    }

    @Test
    void whoeverHelpsOutIsAskedAndAcceptsWhatTheyCouldNotSeeBefore() {
        set(sales, "offer", Map.of());
        var phone = arrivals(1).getFirst();
        waitLong();
        decide();
        assertThat(offersTo(sam)).hasSize(1);
        assertThat(sam.reply(idOf(phone), "Is it mine?").status()).isEqualTo(404);

        assertThat(accept(sam, offerTo(sam)).status()).isEqualTo(200);

        assertThat(assigneeOf(phone)).isEqualTo(salesperson.id().toString());
        assertThat(departmentOf(phone)).isEqualTo(sales.toString());
        assertThat(sam.get("/conversations/" + idOf(phone)).path("id").isMissingNode()).isFalse();
    }

    @Test
    void whoeverTakesTheNextIsGivenWhatHasOverflowed() {
        set(sales, "pull", Map.of());
        var next = "/departments/" + sales + "/next-assignment";
        var phone = arrivals(1).getFirst();
        assertThat(sam.post(next, Map.of()).status()).isEqualTo(204);
        waitLong();
        assertThat(sam.post(next, Map.of()).status()).isEqualTo(200);
        assertThat(assigneeOf(phone)).isEqualTo(salesperson.id().toString());
    }

    @Test
    void nothingOverflowsInACircle() {
        var third = business.addDepartment(server);
        var to =
                Map.<String, Object>of(
                        "name", "Third", "overflowTo", List.of(business.department()));
        assertThat(set(third, "pull", to).status()).isEqualTo(200);
        var back = set(sales, "push", Map.of("overflowTo", List.of(third)));
        assertThat(back.status()).isEqualTo(400);
        assertThat(back.body().path("errors").get(0).path("message").asString())
                .isEqualTo("circle");
        assertThat(set(sales, "push", Map.of("overflowTo", List.of(sales))).status())
                .isEqualTo(400);
        var nowhere = set(sales, "push", Map.of("overflowTo", List.of(UUID.randomUUID())));
        assertThat(nowhere.body().path("errors").get(0).path("message").asString())
                .isEqualTo("unknown");
    }

    @Test
    void aDepartmentThatNobodyStaffsIsToldOf() {
        assertThat(isDeserted(business.department())).isTrue();
        assertThat(
                        agent.items("/departments").stream()
                                .noneMatch(it -> it.path("isDeserted").asBoolean()))
                .isTrue();
        setMembers(business.agent());
        assertThat(isDeserted(business.department())).isFalse();
        assertThat(isDeserted(sales)).isFalse();
    }

    private String departmentOf(String phone) {
        var conversation = manager.get("/conversations/" + idOf(phone));
        return conversation.path("department").path("id").asString();
    }

    private boolean isDeserted(UUID department) {
        return manager.items("/departments").stream()
                .filter(it -> it.path("id").asString().equals(department.toString()))
                .allMatch(it -> it.path("isDeserted").asBoolean());
    }

    private void overflowing(String mode, UUID to) {
        overflowing(mode, to, 600);
    }

    private void overflowing(String mode, UUID to, int seconds) {
        var settings =
                Map.<String, Object>of("overflowTo", List.of(to), "overflowSeconds", seconds);
        assertThat(set(business.department(), mode, settings).status()).isEqualTo(200);
    }

    private void waitLong() {
        behindTheirBacks("update routing.waiting set since = since - interval '10 minutes'");
    }

    private void limit(Member member, UUID department) {
        var administrator = Api.of(port, business.administrator());
        var role = Map.of("role", "agent", "departments", List.of(department));
        administrator.call("PATCH", "/users/" + member.id(), Map.of("roles", List.of(role)));
    }
}
