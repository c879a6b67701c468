package io.moked.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** People are found by what those who look for them know. */
@MokedTest
class SearchTest {

    @Autowired ApplicationContext server;
    @Autowired JdbcClient app;
    @Autowired TransactionTemplate transactions;
    @LocalServerPort int port;

    private Business business;
    private Api agent;

    @BeforeEach
    void open() {
        business = Business.create(server);
        agent = Api.of(port, business.agent());
    }

    private void meet(String phone, String name, String username) {
        meet(phone, name, username, Meta.newUserId());
    }

    private void meet(String phone, String name, String username, String userId) {
        var message = new HashMap<>(Meta.textOf(userId, phone, "hello"));
        var profile = new HashMap<>(Map.<String, Object>of("name", name));
        if (username != null) {
            profile.put("username", username);
        }
        var contact = Map.<String, Object>of("wa_id", phone, "user_id", userId, "profile", profile);
        var change =
                Meta.change(
                        business.phoneNumberId(), "messages", List.of(message), List.of(contact));
        assertThat(new Meta(port).post(Meta.body(List.of(change)))).isEqualTo(200);
        await().until(() ->
                agent.items("/contacts?limit=100").stream()
                        .anyMatch(it -> it.path("name").asString().equals(name)));
    }

    private List<String> names(String words) {
        var asked = "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
        var contacts =
                agent.items("/contacts" + asked).stream()
                        .map(it -> it.path("name").asString())
                        .toList();
        var inInbox =
                agent.items("/conversations" + asked).stream()
                        .map(it -> it.path("contact").path("name").asString())
                        .toList();
        assertThat(inInbox).containsExactlyInAnyOrderElementsOf(contacts);
        return contacts;
    }

    @Test
    void aPhoneIsFoundInEitherWayItsCountryWritesIt() {
        meet("5511987654321", "Ana", null);
        meet("525512345678", "Luz", null);
        meet("5491123456789", "Eva", null);
        assertThat(names("+55 11 8765-4321")).containsExactly("Ana");
        assertThat(names("+52 1 55 1234 5678")).containsExactly("Luz");
        assertThat(names("+54 11 2345-6789")).containsExactly("Eva");
    }

    @Test
    void aPhoneIsFoundHoweverItIsWritten() {
        meet("972501234567", "Dana", null);
        meet("15551234567", "John", null);
        for (var written :
                List.of(
                        "972501234567",
                        "+972-50-123-4567",
                        "+972 (0)50 1234567",
                        "00972 50 123 45 67",
                        "050-1234567",
                        "0501234567",
                        "\u2066050-123-4567\u2069",
                        "50 123")) {
            assertThat(names(written)).as(written).containsExactly("Dana");
        }
        assertThat(names("4567")).containsExactly("John", "Dana");
        assertThat(names("050-7654321")).isEmpty();
    }

    @Test
    void aNameIsFoundByAnyPartOfItWithoutCapitalsMarksAndNiqqud() {
        meet("972501", "שָׁלוֹם בן־גוריון", null);
        meet("972502", "José O'Neill", "jose_1");
        meet("972503", "100% Sale_", null);
        assertThat(names("שלום")).containsExactly("שָׁלוֹם בן־גוריון");
        assertThat(names("גּוּרִיוֹן")).containsExactly("שָׁלוֹם בן־גוריון");
        assertThat(names("בן-גור")).containsExactly("שָׁלוֹם בן־גוריון");
        assertThat(names("JOSE o'n")).containsExactly("José O'Neill");
        assertThat(names("se_1")).containsExactly("José O'Neill");
        assertThat(names("0% s")).containsExactly("100% Sale_");
        assertThat(names("_")).isEmpty();
        assertThat(names("%")).isEmpty();
    }

    @Test
    void oneOrTwoLettersAreLookedForWhereWordsBegin() {
        meet("972501", "Dana Alon", null);
        meet("972502", "Noa Dan", null);
        assertThat(names("al")).containsExactly("Dana Alon");
        assertThat(names("ד")).isEmpty();
        assertThat(names("d")).containsExactly("Noa Dan", "Dana Alon");
        assertThat(names("an")).isEmpty();
    }

    @Test
    void whoeverIsCalledOtherwiseOrHasAnotherPhoneIsFoundByTheNewOneOnly() {
        var userId = Meta.newUserId();
        meet("972501111111", "Old Name", null, userId);
        meet("972502222222", "New Name", null, userId);
        assertThat(names("old")).isEmpty();
        assertThat(names("050-1111111")).isEmpty();
        assertThat(names("new")).containsExactly("New Name");
        assertThat(names("050-2222222")).containsExactly("New Name");
    }

    /** Past the wall, where nothing else would hold it back. */
    @Test
    void theSearchItselfSeesItsTenantOnlyAndWithoutOneNobody() {
        meet("972501", "Same Name", null);
        var other = Business.create(server);
        assertThat(foundBy(business)).isEqualTo(1);
        assertThat(foundBy(other)).isZero();
        assertThat(transactions.<Integer>execute(tx -> found())).isZero();
    }

    private int foundBy(Business someone) {
        return TenantScope.call(
                someone.tenant().id(), () -> transactions.<Integer>execute(tx -> found()));
    }

    private int found() {
        return app.sql(
                        """
                        select count(*) from contact.search('same name', null, null, 'infinity', gen_random_uuid(), 10)
                        """)
                .query(Integer.class)
                .single();
    }

    /** So many that the search goes through those seen last instead of finding all. */
    @Test
    void ofManyWhoMatchThoseSeenLastAreFoundPageByPage() {
        TenantScope.run(
                business.tenant().id(), () -> transactions.executeWithoutResult(this::meetMany));
        var all = pages("/contacts?limit=100", 3);
        assertThat(all).hasSize(300);
        assertThat(pages("/contacts?q=same&limit=100", 3)).isEqualTo(all);
        assertThat(agent.items("/contacts?q=same+7")).isNotEmpty();
    }

    private void meetMany(TransactionStatus transaction) {
        app.sql(
                        """
                        insert into contact.contact (tenant_id, id, name, first_seen_at, last_seen_at)
                        select :tenant, gen_random_uuid(), 'Same ' || n, now(), now() - n * interval '1 second'
                        from generate_series(1, 6000) n
                        """)
                .param("tenant", business.tenant().id().value())
                .update();
        app.sql(
                        """
                        insert into contact.findable
                        select tenant_id, id, contact.words(name, username, null) from contact.contact
                        """)
                .update();
    }

    private List<String> pages(String path, int count) {
        var ids = new ArrayList<String>();
        var next = "";
        for (int n = 0; n < count; n++) {
            var page = agent.get(path + "&cursor=" + next);
            page.path("items").forEach(it -> ids.add(it.path("id").asString()));
            next = page.path("next").asString();
        }
        return ids;
    }
}
