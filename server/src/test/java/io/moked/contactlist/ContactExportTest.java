package io.moked.contactlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.Journey;
import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contacts are taken along as a file. */
@MokedTest
class ContactExportTest extends Journey {

    private Lists lists;

    @BeforeEach
    void someone() {
        lists = new Lists(Api.of(port, business.administrator()));
    }

    private String exported(String query) throws Exception {
        var bytes = lists.api().download(query);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> "050%07d,Person %d".formatted(2_000_000 + n, n))
                .collect(Collectors.joining("\n", "phone,name\n", "\n"));
    }

    @Test
    void itHasEverybodyOnceHoweverMany() throws Exception {
        int count = 2 * ContactExport.PART + 3;
        lists.taken(people(count), Map.of());
        assertThat(exported("/contact-export").lines().distinct()).hasSize(count + 1);
    }

    @Test
    void onlyThoseOfASegmentOrWithALabelAreInItAndTheLogKnowsWhoTookThem() throws Exception {
        lists.taken("phone,name\n0501230001,Dana\n", Map.of("label", "gold"));
        lists.taken("phone,name\n0501230002,Ravi\n", Map.of());
        var gold = Map.of("name", "Gold", "criteria", Map.of("labels", List.of("gold")));
        var segment = lists.api().post("/segments", gold).body().path("id").asString();
        assertThat(exported("/contact-export?label=gold")).contains("Dana").doesNotContain("Ravi");
        assertThat(exported("/segments/" + segment + "/export"))
                .contains("Dana")
                .doesNotContain("Ravi");
        var log = "/audit-entries?action=contactlist.exported";
        await().until(() -> lists.api().items(log).size() == 2);
        assertThat(lists.api().items(log).getFirst().path("actor").path("name").asString())
                .isEqualTo("Ada Administrator");
    }

    @Test
    void noSpreadsheetTakesANameForAFormulaAndTheFileCanBeBroughtAgain() throws Exception {
        lists.taken("phone,name\n0501230001,\"=cmd|' /C calc'!A0\"\n", Map.of());
        var csv = exported("/contact-export");
        assertThat(csv)
                .startsWith("\uFEFFphone,name,")
                .contains("'+972501230001,'=cmd")
                .doesNotContain(",=", "\n=", "\n+");
        var again = lists.bring(csv).path("list");
        assertThat(again.path("plan").path("phone").asInt()).isZero();
        var counts = lists.check(again.path("id").asString(), Lists.plan(Map.of()));
        assertThat(counts.path("known").asInt()).isEqualTo(1);
    }

    @Test
    void labelsAreApartByCommas() throws Exception {
        lists.taken("phone,name,tags\n0501230001,Dana,vip; north\n", Map.of("labels", 2));
        assertThat(exported("/contact-export")).containsPattern("\"(vip, north|north, vip)\"");
    }

    @Test
    void whoConfirmedNothingLatelyOrMayNotTakesNothing() {
        var manager = Api.of(port, business.manager());
        assertThat(manager.call("GET", "/contact-export", null).status()).isEqualTo(403);
        var agentsSession =
                TenantScope.call(
                        business.tenant().id(), () -> Business.session(server, business.agent()));
        var inBrowser = new Api(port, agentsSession);
        assertThat(inBrowser.call("GET", "/contact-lists", null).status()).isEqualTo(403);
    }
}
