package io.moked.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.mail.Mailbox;
import io.moked.realtime.Console;
import io.moked.signin.Tab;
import io.moked.tenancy.Tenant;
import io.moked.tenancy.TenantScope;
import io.moked.tenancy.Tenants;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The operator founds businesses and turns them off and on, and reads nothing of theirs. */
@MokedTest
class TenantsTest extends Journey {

    private Api operator;

    @BeforeEach
    void hireOperator() {
        operator = Api.of(port, Business.operator(server));
    }

    private Api.Answer turn(String state) {
        return turn(business.tenant().id().value(), state);
    }

    private Api.Answer turn(UUID tenant, String state) {
        return operator.put("/tenants/" + tenant + "/state", Map.of("state", state));
    }

    private JsonNode listed() {
        var id = business.tenant().id().value().toString();
        return operator.items("/tenants").stream()
                .filter(it -> it.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBusinessIsFoundedAndItsAdministratorComesByALetter() {
        var email = UUID.randomUUID() + "@founder.example";
        var wanted =
                Map.of(
                        "name",
                        "מאפייה",
                        "language",
                        "he",
                        "administrator",
                        Map.of("name", "Fay Founder", "email", email));
        var founded = operator.post("/tenants", wanted);
        assertThat(founded.status()).isEqualTo(201);
        assertThat(founded.body().path("link").isNull()).isTrue();
        assertThat(founded.body().path("tenant").path("state").asString()).isEqualTo("active");
        assertThat(founded.body().path("tenant").path("users").asInt()).isZero();
        assertThat(founded.body().path("tenant").path("invited").asInt()).isEqualTo(1);

        var tab = open(Mailbox.only(email).link());
        tab.put("/password-link/password", Map.of("password", "nine purple lanterns"));
        assertThat(tab.signIn(email, "nine purple lanterns").status()).isEqualTo(201);
        var me = tab.get("/me").body();
        assertThat(me.path("user").path("role").asString()).isEqualTo("administrator");
        assertThat(me.path("tenant").path("name").asString()).isEqualTo("מאפייה");
        assertThat(tab.get("/departments").body().path("items").size()).isEqualTo(1);
        await().until(() -> operator.get("/audit-entries").toString().contains("tenant-founded"));
    }

    @Test
    void whoeverHasNotComeYetIsInvitedAgainAndNobodyElse() {
        var email = UUID.randomUUID() + "@founder.example";
        var administrator = Map.of("name", "Fay Founder", "email", email);
        var wanted = Map.of("name", "Bakery", "language", "en", "administrator", administrator);
        var founded = operator.post("/tenants", wanted).body().path("tenant");
        var path = "/tenants/" + founded.path("id").asString() + "/invitation";
        var first = Mailbox.only(email).link();
        assertThat(operator.post(path, null).status()).isEqualTo(201);
        var again = Mailbox.letters(email, 2).getLast().link();
        assertThat(open(first).get("/password-link").code()).isEqualTo("link-not-valid");
        open(again).put("/password-link/password", Map.of("password", "nine purple lanterns"));
        assertThat(operator.post(path, null).status()).isEqualTo(404);
    }

    private Tab open(String link) {
        return Tab.open(port).with("Link-Secret", link.substring(link.indexOf('#') + 1));
    }

    @Test
    void thereIsOnePlatform() {
        var tenants = server.getBean(Tenants.class);
        assertThatThrownBy(() -> tenants.create("Another", "en", Tenant.Kind.PLATFORM))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(tenants.platformOrNew("he")).isEqualTo(tenants.platform().orElseThrow());
    }

    @Test
    void aBusinessWhoseAdministratorCannotBeInvitedIsNotThere() {
        var name = "Ghost " + UUID.randomUUID();
        var wanted = new Businesses.NewBusiness(name, "en", "Fay", "a".repeat(1_000));
        var businesses = server.getBean(Businesses.class);
        assertThatThrownBy(() -> businesses.found(wanted, null))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(operator.items("/tenants").toString()).doesNotContain(name);
    }

    @Test
    void aMalformedBusinessIsNotFounded() {
        var nobody = Map.of("name", "Fay", "email", "no address");
        var wanted = Map.of("name", "Bakery", "language", "en", "administrator", nobody);
        assertThat(operator.post("/tenants", wanted).code()).isEqualTo("invalid-request");
    }

    @Test
    void whileABusinessIsSuspendedNobodyComesInAndEverythingIsKept() throws Exception {
        var secret =
                TenantScope.call(
                        business.tenant().id(), () -> Business.session(server, business.agent()));
        try (var ofSession = new Console(port, secret);
                var ofToken = new Console(port, business.manager().token())) {
            await().until(() -> ofSession.isReady() && ofToken.isReady());
            assertThat(turn("suspended").body().path("state").asString()).isEqualTo("suspended");
            ofSession.endsInTime();
            ofToken.endsInTime();
        }
        assertThat(new Api(port, secret).call("GET", "/me", null).status()).isEqualTo(401);
        assertThat(agent.call("GET", "/me", null).status()).isEqualTo(401);
        var email = business.agent().user().email();
        assertThat(Tab.open(port).signIn(email, Business.PASSWORD).code())
                .isEqualTo("tenant-closed");
        assertThat(Tab.open(port).signIn(email, "a wrong password").code())
                .isEqualTo("sign-in-failed");

        var phone = Meta.newPhone();
        assertThat(meta.says(business, phone, "anybody there?")).isEqualTo(200);
        await().until(() -> listed().path("openConversations").asInt() == 1);
        turn("active");
        assertThat(wordsIn(idOf(phone))).containsExactly("anybody there?");
        assertThat(Tab.open(port).signIn(email, Business.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void whatComesForABusinessThatHasEndedIsSetAsideUntilTheOperatorReplaysIt() {
        var phone = Meta.newPhone();
        turn("ended");
        assertThat(meta.says(business, phone, "too late")).isEqualTo(200);
        await().until(() -> operator.get("/operations").path("deliveriesWaiting").asInt() == 0);
        turn("active");
        meta.says(business, phone, "in time");
        assertThat(wordsIn(idOf(phone))).containsExactly("in time");
        var letter = operator.items("/dead-letters").getFirst();
        assertThat(letter.path("reason").asString()).isEqualTo("number-not-served");
        operator.post("/dead-letters/" + letter.path("id").asString() + "/replays", null);
        assertThat(wordsOnceThereAre(2, idOf(phone))).contains("too late");
    }

    @Test
    void theOperatorSeesWhatWaitsAndWhatRoomThereIs() {
        var before = operator.get("/operations");
        ofBusiness(
                """
                insert into mail.letter (tenant_id, id, kind, sealed, state, due_at, useful_until)
                values (:tenant, gen_random_uuid(), 'invitation', '\\x01', 'waiting', now() + interval '1 day', now() + interval '1 day')
                """);
        ofBusiness(
                """
                insert into whatsapp.media_fetch (tenant_id, media_id, channel_id, external_id, due_at)
                values (:tenant, gen_random_uuid(), gen_random_uuid(), 'far', now() + interval '1 day')
                """);
        var after = operator.get("/operations");
        for (var waiting : List.of("lettersWaiting", "filesWaiting")) {
            assertThat(after.path(waiting).asInt()).isGreaterThan(before.path(waiting).asInt());
        }
        assertThat(after.path("diskFreeBytes").asLong()).isPositive();
        assertThat(after.path("deliveryLagSeconds").isNumber()).isTrue();
    }

    private void ofBusiness(String sql) {
        var tenant = business.tenant().id();
        TenantScope.run(
                tenant,
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(sql)
                                                .param("tenant", tenant.value())
                                                .update()));
    }

    @Test
    void theOperatorSeesNumbersAndNothingOfWhatPeopleWrote() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "between us");
        await().until(() -> listed().path("openConversations").asInt() == 1);
        assertThat(listed().path("messagesToday").asInt()).isEqualTo(1);
        assertThat(listed().path("users").asInt()).isEqualTo(4);
        assertThat(listed().path("channels").asInt()).isEqualTo(1);
        assertThat(listed().toString()).doesNotContain("between us", phone, "@test.example");
        var conversation = idOf(phone);
        for (var path :
                List.of(
                        "/conversations",
                        "/conversations/" + conversation,
                        "/conversations/" + conversation + "/messages",
                        "/contacts")) {
            assertThat(operator.call("GET", path, null).code()).isEqualTo("not-permitted");
        }
    }

    @Test
    void onlyBusinessesAreTurnedAndOnlyByAnOperator() {
        var platform = server.getBean(Tenants.class).platform().orElseThrow().id().value();
        assertThat(turn(platform, "suspended").status()).isEqualTo(404);
        assertThat(turn(UUID.randomUUID(), "suspended").status()).isEqualTo(404);
        assertThat(turn("gone").code()).isEqualTo("invalid-request");
        var administrator = Api.of(port, business.administrator());
        var path = "/tenants/" + business.tenant().id().value() + "/state";
        assertThat(administrator.put(path, Map.of("state", "suspended")).code())
                .isEqualTo("not-permitted");
    }
}
