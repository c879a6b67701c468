package io.moked.contactlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.contact.Consents;
import io.moked.database.Doors;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Contacts in a file become contacts of the business, each of them once. */
@MokedTest
class TakingInTest extends Journey {

    private static final String DANA = "972501230001";

    private Lists lists;

    @BeforeEach
    void someone() {
        lists = new Lists(Api.of(port, business.manager()));
    }

    private static List<String> labels(JsonNode contact) {
        return Api.list(contact.path("labels")).stream().map(JsonNode::asString).toList();
    }

    @Test
    void whoIsNewIsThereWithAllTheListSays() {
        var file =
                "phone,first name,last name,language,tags\n0501230001,Dana,Cohen,עברית,vip; north\n";
        lists.taken(
                file,
                Map.of("names", List.of(1, 2), "language", 3, "labels", 4, "label", "spring"));
        var dana = lists.contact("dana");
        assertThat(dana.path("name").asString()).isEqualTo("Dana Cohen");
        assertThat(dana.path("phone").asString()).isEqualTo("+" + DANA);
        assertThat(dana.path("language").asString()).isEqualTo("he");
        assertThat(dana.path("country").asString()).isEqualTo("IL");
        assertThat(labels(dana)).containsExactlyInAnyOrder("spring", "vip", "north");
        assertThat(dana.path("hasWritten").asBoolean()).isFalse();
        assertThat(lists.contact("0501230001").path("id")).isEqualTo(dana.path("id"));
    }

    @Test
    void whoWritesLaterIsTheOneInTheList() {
        lists.taken("phone,name\n0501230001,Dana\n", Map.of());
        meta.says(business, DANA, "hello");
        idOf(DANA);
        var dana = lists.contact("dana");
        assertThat(dana.path("hasWritten").asBoolean()).isTrue();
        assertThat(lists.api().items("/contacts")).hasSize(1);
    }

    @Test
    void whatIsKnownStaysUnlessTheListIsToCountMore() {
        meta.says(business, DANA, "hello");
        var contact = conversationOf(DANA).path("contact").path("id").asString();
        var given = Map.of("name", "Mrs. Cohen", "labels", List.of("gold"));
        lists.api().call("PATCH", "/contacts/" + contact, given);
        var file = "phone,name\n0501230001,Dana\n";
        lists.taken(file, Map.of("label", "spring"));
        assertThat(lists.contact(DANA).path("name").asString()).isEqualTo("Mrs. Cohen");
        assertThat(labels(lists.contact(DANA))).containsExactly("gold", "spring");
        lists.taken(file, Map.of("renames", true));
        assertThat(lists.contact(DANA).path("name").asString()).isEqualTo("Dana");
        assertThat(lists.contact(DANA).path("id").asString()).isEqualTo(contact);
    }

    private void addressBook(String name, Instant at) {
        var entry =
                Map.of(
                        "type",
                        "contact",
                        "action",
                        "add",
                        "contact",
                        Map.of("phone_number", DANA, "full_name", name),
                        "metadata",
                        Map.of("timestamp", Long.toString(at.getEpochSecond())));
        var value =
                Map.of(
                        "metadata",
                        Map.of("phone_number_id", business.phoneNumberId()),
                        "state_sync",
                        List.of(entry));
        meta.post(Meta.body(List.of(Map.of("field", "smb_app_state_sync", "value", value))));
    }

    @Test
    void aNameThatAListPutsInPlaceOfTheAddressBooksStays() {
        var now = Instant.now();
        addressBook("Dana in the phone", now);
        await().until(() -> lists.api().items("/contacts?q=" + DANA).size() == 1);
        lists.taken("phone,name\n0501230001,Dana Cohen\n", Map.of("renames", true));
        addressBook("Dana Shop", now.plusSeconds(5));
        // Told after the other, and so taken after it.
        meta.says(business, DANA, "hello");
        await().until(() -> lists.contact(DANA).path("hasWritten").asBoolean());
        assertThat(lists.contact(DANA).path("name").asString()).isEqualTo("Dana Cohen");
    }

    @Test
    void nobodyGetsMoreLabelsThanAnybodyMayHave() throws Exception {
        meta.says(business, DANA, "hello");
        var contact = conversationOf(DANA).path("contact").path("id").asString();
        var full = IntStream.range(0, 20).mapToObj(n -> "label " + n).toList();
        lists.api().call("PATCH", "/contacts/" + contact, Map.of("labels", full));
        var id =
                lists.taken(
                        "phone,name\n0501230001,Dana\n0501230002,Noa\n", Map.of("label", "spring"));
        assertThat(lists.count(id, "failed")).isEqualTo(1);
        var failed = lists.api().items("/contact-lists/" + id + "/lines?outcome=failed");
        assertThat(failed.stream().map(it -> it.path("problem").asString()))
                .containsExactly("too-many-labels");
        assertThat(lists.api().items("/contact-lists/" + id + "/lines?outcome=added")).hasSize(1);
        assertThat(lists.leftOut(id)).contains("would have more than 20");
        assertThat(labels(lists.contact(DANA))).hasSize(20).doesNotContain("spring");
    }

    @Test
    void optInsAreDeclaredWithWhereTheyComeFromAndNeverCountMoreThanTheContactsWord() {
        meta.says(business, DANA, "hello");
        var dana = conversationOf(DANA).path("contact").path("id").asString();
        stop(UUID.fromString(dana));
        lists.taken(
                "phone,name\n0501230001,Dana\n0501230002,Ravi\n",
                Map.of("optIn", "everybody", "optInWords", "Paper form, May"));
        assertThat(lists.consent(DANA)).isEqualTo("stopped");
        var ravi = lists.contact("ravi").path("id").asString();
        var declared = lists.api().get("/contacts/" + ravi + "/consent");
        assertThat(declared.path("marketing").asString()).isEqualTo("declared");
        assertThat(declared.path("words").asString()).isEqualTo("Paper form, May");
        assertThat(declared.path("by").asString()).isEqualTo("Mia Manager");
    }

    @Test
    void whoeverIsSeparatedAgainTakesAlongWhatWasDeclaredOfTheirPhone() {
        lists.taken("phone,name\n0501230001,Dana\n0501230002,Ravi\n", Map.of());
        var ravi = "/contacts/" + lists.contact("ravi").path("id").asString() + "/merge";
        var administrator = Api.of(port, business.administrator());
        var into = Map.of("into", lists.contact("dana").path("id").asString());
        assertThat(administrator.put(ravi, into).status()).isLessThan(300);
        lists.taken(
                "phone,name\n0501230002,Ravi\n",
                Map.of("optIn", "everybody", "optInWords", "A form"));
        assertThat(lists.consent("dana")).isEqualTo("declared");
        assertThat(administrator.delete(ravi).status()).isLessThan(300);
        assertThat(lists.consent("ravi")).isEqualTo("declared");
        assertThat(lists.consent("dana")).isNotEqualTo("declared");
    }

    private void stop(UUID contact) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx ->
                                        server.getBean(Consents.class)
                                                .said(
                                                        List.of(
                                                                new Consents.Word(
                                                                        contact,
                                                                        false,
                                                                        Instant.now())))));
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "050%07d,Person %d".formatted(2_000_000 + n, n))
                .collect(Collectors.joining("\n", "phone,name\n", "\n"));
    }

    private int contacts() {
        var segment = Map.of("name", UUID.randomUUID().toString(), "criteria", Map.of());
        return lists.api().post("/segments", segment).body().path("members").asInt();
    }

    /** Whatever goes wrong in the middle takes back what that part did, and all of it. */
    @Test
    void afterAFaultInTheMiddleItGoesOnWithTheRestAndTakesNobodyTwice() {
        int count = 2 * TakingIn.LINES + 7;
        var id = lists.checked(many(count), Map.of("label", "spring"));
        asOwner(
                """
                create function contact.fails() returns trigger language plpgsql as
                $$ begin
                    if new.given_name = 'Person 600' then raise exception 'no'; end if;
                    return new;
                end $$;
                create trigger fails before insert on contact.contact for each row execute function contact.fails();
                """);
        try {
            lists.start(id);
            await().until(() -> lists.count(id, "added") == TakingIn.LINES);
            assertThat(contacts()).isEqualTo(TakingIn.LINES);
            assertThat(lists.state(id)).isEqualTo("running");
        } finally {
            asOwner("drop trigger fails on contact.contact; drop function contact.fails();");
        }
        await().until(() -> lists.state(id).equals("done"));
        assertThat(lists.count(id, "added")).isEqualTo(count);
        assertThat(contacts()).isEqualTo(count);
        assertThat(actions()).contains("contactlist.started", "contactlist.done");
    }

    private List<String> actions() {
        var log = "/audit-entries?action=contactlist";
        await().until(() -> lists.api().items(log).size() == 2);
        return lists.api().items(log).stream().map(it -> it.path("action").asString()).toList();
    }

    private void asOwner(String statement) {
        var doors = server.getBean(Doors.class);
        var owner =
                new DriverManagerDataSource(
                        doors.url(), doors.owner().user(), doors.owner().password());
        JdbcClient.create(owner).sql(statement).update();
    }

    @Test
    void whatIsStartedIsNotStartedOrPlannedAgainAndCanBeForgottenAfterwards() {
        var id = lists.taken("phone,name\n0501230001,Dana\n", Map.of());
        var again = lists.api().post("/contact-lists/" + id + "/start", null);
        assertThat(again.code()).isEqualTo("list-started");
        var planned = lists.api().put("/contact-lists/" + id + "/plan", Lists.plan(Map.of()));
        assertThat(planned.code()).isEqualTo("list-started");
        assertThat(lists.api().delete("/contact-lists/" + id).status()).isEqualTo(204);
        assertThat(lists.api().call("GET", "/contact-lists/" + id, null).status()).isEqualTo(404);
        assertThat(lists.contact("dana")).isNotNull();
    }
}
