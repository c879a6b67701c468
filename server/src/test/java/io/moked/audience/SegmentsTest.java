package io.moked.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Meta;
import io.moked.MokedTest;
import io.moked.contact.Consents;
import io.moked.contact.Criteria;
import io.moked.contact.Listing;
import io.moked.contact.Selections;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Many contacts are chosen at once by what they have in common. */
@MokedTest
class SegmentsTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Business business;
    private Api manager;

    @BeforeEach
    void open() {
        business = Business.create(server);
        manager = Api.of(port, business.manager());
    }

    private String meet(String phone) {
        assertThat(new Meta(port).says(business, phone, "hello")).isEqualTo(200);
        return await().until(() -> manager.items("/contacts?q=" + phone), it -> it.size() == 1)
                .getFirst()
                .path("id")
                .asString();
    }

    private String save(Map<String, Object> criteria) {
        var named = Map.of("name", UUID.randomUUID().toString(), "criteria", criteria);
        return manager.post("/segments", named).body().path("id").asString();
    }

    private List<String> members(Map<String, Object> criteria) {
        var sample = manager.get("/segments/" + save(criteria) + "/sample");
        var first = Api.list(sample.path("first"));
        assertThat(sample.path("members").asInt()).isEqualTo(first.size());
        return first.stream().map(it -> it.path("id").asString()).toList();
    }

    @Test
    void theyAreThoseWhoHaveAllOfIt() {
        var dana = meet("972501230001");
        var ravi = meet("919812345678");
        manager.call(
                "PATCH",
                "/contacts/" + dana,
                Map.of("labels", List.of("gold", "new"), "language", "he"));
        manager.call("PATCH", "/contacts/" + ravi, Map.of("labels", List.of("gold")));
        assertThat(members(Map.of())).containsExactlyInAnyOrder(dana, ravi);
        assertThat(members(Map.of("labels", List.of("gold", "silver"))))
                .containsExactlyInAnyOrder(dana, ravi);
        assertThat(members(Map.of("labels", List.of("gold"), "withoutLabels", List.of("new"))))
                .containsExactly(ravi);
        assertThat(members(Map.of("languages", List.of("he")))).containsExactly(dana);
        assertThat(members(Map.of("countries", List.of("IN")))).containsExactly(ravi);
        assertThat(members(Map.of("seenWithinDays", 1))).hasSize(2);
        assertThat(members(Map.of("notSeenForDays", 1))).isEmpty();
    }

    private String listed(String phone, boolean optedIn) {
        var file = "phone,name\n+" + phone + ",Listed\n";
        var brought = manager.bring("x.csv", file.getBytes(StandardCharsets.UTF_8)).body();
        var id = brought.path("list").path("id").asString();
        var plan =
                Map.of(
                        "headed",
                        true,
                        "phone",
                        0,
                        "names",
                        List.of(1),
                        "country",
                        "IL",
                        "optIn",
                        optedIn ? "everybody" : "nobody",
                        "optInWords",
                        "a form");
        assertThat(manager.put("/contact-lists/" + id + "/plan", plan).status()).isEqualTo(200);
        assertThat(manager.post("/contact-lists/" + id + "/start", null).status()).isEqualTo(202);
        return await().until(() -> manager.items("/contacts?q=" + phone), it -> it.size() == 1)
                .getFirst()
                .path("id")
                .asString();
    }

    @Test
    void whoOnlyCameFromAListHasNotWrittenAndWasNeverContacted() {
        var wrote = meet("972501230004");
        var listed = listed("972501230005", false);
        assertThat(members(Map.of("seenWithinDays", 1))).containsExactly(wrote);
        assertThat(members(Map.of("notSeenForDays", 1))).containsExactly(listed);
        assertThat(members(Map.of("neverContacted", true))).containsExactly(listed);
        inTransaction(() -> server.getBean(Listing.class).met(List.of(UUID.fromString(listed))));
        assertThat(members(Map.of("neverContacted", true))).isEmpty();
        assertThat(members(Map.of("notSeenForDays", 1))).containsExactly(listed);
    }

    @Test
    void whoOptedInAndWhoHasNotStoppedAreToldApart() {
        var silent = meet("972501230006");
        var declared = listed("972501230007", true);
        var stopped = listed("972501230008", true);
        var word = new Consents.Word(UUID.fromString(stopped), false, Instant.now());
        inTransaction(() -> server.getBean(Consents.class).said(List.of(word)));
        assertThat(members(Map.of("consent", "opted-in"))).containsExactly(declared);
        assertThat(members(Map.of("consent", "not-stopped")))
                .containsExactlyInAnyOrder(silent, declared);
        Api.of(port, business.administrator())
                .put("/contacts/" + stopped + "/merge", Map.of("into", declared));
        assertThat(members(Map.of("consent", "opted-in"))).isEmpty();
    }

    @Test
    void whoHasTakenItBackIsChosenLikeWhoStoppedItAsWhomeverTheySaidIt() {
        var silent = meet("972501230024");
        var declared = listed("972501230025", true);
        var before = members(Map.of("consent", "opted-in"));
        assertThat(before).containsExactly(declared);
        manager.put("/contacts/" + declared + "/consent", Map.of("wantsMarketing", false));
        assertThat(members(Map.of("consent", "opted-in"))).isEmpty();
        assertThat(members(Map.of("consent", "not-stopped"))).containsExactly(silent);
        Api.of(port, business.administrator())
                .put("/contacts/" + declared + "/merge", Map.of("into", silent));
        assertThat(members(Map.of("consent", "not-stopped"))).isEmpty();
        var agreed = Map.of("wantsMarketing", true, "words", "on the phone");
        manager.put("/contacts/" + silent + "/consent", agreed);
        assertThat(members(Map.of("consent", "opted-in"))).containsExactly(silent);
    }

    @Test
    void aLabelThatIsTakenAwayChoosesNobody() {
        var dana = meet("972501230026");
        for (var labels : List.of(List.of("gold", "new"), List.of("new"))) {
            manager.call("PATCH", "/contacts/" + dana, Map.of("labels", labels));
        }
        assertThat(members(Map.of("labels", List.of("gold")))).isEmpty();
        assertThat(members(Map.of("withoutLabels", List.of("gold")))).containsExactly(dana);
        assertThat(members(Map.of("labels", List.of("gold", "new")))).containsExactly(dana);
        assertThat(manager.items("/contacts?label=gold")).isEmpty();
        assertThat(manager.items("/contacts?label=new")).hasSize(1);
        assertThat(manager.items("/contact-labels").stream().map(it -> it.path("name").asString()))
                .containsExactly("new");
    }

    private Selections.Tally tally(Criteria criteria) {
        return TenantScope.call(
                business.tenant().id(), () -> server.getBean(Segments.class).tally(criteria));
    }

    private static Criteria criteria(Boolean neverContacted, Criteria.Consent consent) {
        return new Criteria(null, null, null, null, null, null, neverContacted, consent);
    }

    @Test
    void whoIsCountedIsWhoIsChosenWhateverIsAskedFor() {
        meet("972501230014");
        var declared = listed("972501230015", true);
        var stopped = listed("972501230016", false);
        var word = new Consents.Word(UUID.fromString(stopped), false, Instant.now());
        inTransaction(() -> server.getBean(Consents.class).said(List.of(word)));
        assertThat(tally(criteria(null, null)))
                .isEqualTo(new Selections.Tally(3, Map.of("", 1), 0));
        assertThat(tally(criteria(true, null)).all()).isEqualTo(2);
        assertThat(tally(criteria(null, Criteria.Consent.OPTED_IN)).all()).isEqualTo(1);
        assertThat(tally(criteria(null, Criteria.Consent.NOT_STOPPED)).all()).isEqualTo(2);
        Api.of(port, business.administrator())
                .put("/contacts/" + stopped + "/merge", Map.of("into", declared));
        assertThat(tally(criteria(null, null)))
                .isEqualTo(new Selections.Tally(2, Map.of("", 1), 0));
    }

    private void inTransaction(Runnable work) {
        TenantScope.run(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .executeWithoutResult(tx -> work.run()));
    }

    @Test
    void aMergedContactCountsOnce() {
        var one = meet("972501230002");
        var other = meet("972501230003");
        Api.of(port, business.administrator())
                .put("/contacts/" + one + "/merge", Map.of("into", other));
        assertThat(members(Map.of())).containsExactly(other);
    }

    /** Whoever writes meanwhile would move in any order by time. */
    @Test
    void pageAfterPageNamesEachOfThemOnceWhoeverWritesMeanwhile() {
        var all = new ArrayList<UUID>();
        for (int n = 0; n < 5; n++) {
            all.add(UUID.fromString(meet("97250123001" + n)));
        }
        var id = new SegmentId(UUID.fromString(save(Map.of())));
        var named = new ArrayList<UUID>();
        UUID after = null;
        do {
            var page = members(id, after);
            named.addAll(page);
            after = page.size() < 2 ? null : page.getLast();
            meet("972501230010");
        } while (after != null);
        assertThat(named).containsExactlyInAnyOrderElementsOf(all);
    }

    private List<UUID> members(SegmentId id, UUID after) {
        return TenantScope.call(
                business.tenant().id(), () -> server.getBean(Segments.class).members(id, after, 2));
    }
}
