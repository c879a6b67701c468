package io.moked.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import io.moked.journal.Fact;
import io.moked.journal.Journal;
import io.moked.tenancy.TenantScope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The activity log is filtered, and taken along as a file. */
@MokedTest
class ExportTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Autowired ApplicationContext server;
    @Autowired Journal journal;
    @Autowired TransactionTemplate transactions;
    @LocalServerPort int port;

    private Business business;
    private Api administrator;

    @BeforeEach
    void open() {
        business = Business.create(server);
        administrator = Api.of(port, business.administrator());
    }

    private String exported(String query) throws Exception {
        var bytes = administrator.download("/audit-entries/export" + query);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines(String query) throws Exception {
        return exported("?format=jsonl" + query).lines().map(JSON::readTree).toList();
    }

    private List<String> actions(String query) {
        return administrator.items("/audit-entries" + query).stream()
                .map(it -> it.path("action").asString())
                .toList();
    }

    private void rename(Business.Member member, String name) {
        administrator.call("PATCH", "/users/" + member.id(), Map.of("name", name));
    }

    /** So many times somebody changed another, once the log has them. */
    private void changes(Business.Member by, Business.Member of, int count) {
        var facts =
                IntStream.range(0, count)
                        .mapToObj(n -> Fact.of("access.user-changed", of.id()).by(by.id()))
                        .toList();
        TenantScope.run(
                business.tenant().id(),
                () -> transactions.executeWithoutResult(tx -> journal.append(facts)));
        var least = Math.min(count, 100);
        await().until(() ->
                actions("?action=access.user-changed&limit=100&user=" + of.id()).size() >= least);
    }

    @Test
    void aFileHasAllEntriesHoweverMany() throws Exception {
        changes(business.administrator(), business.agent(), 230);
        await().untilAsserted(() -> assertThat(lines("&action=access.user-changed")).hasSize(230));
        var ids = lines("&action=access.user-changed").stream().map(it -> it.path("id")).distinct();
        assertThat(ids).hasSize(230);
        assertThat(exported("?action=access.user-changed").lines()).hasSize(231);
    }

    @Test
    void noSpreadsheetTakesANameForAFormula() throws Exception {
        var evil = "=HYPERLINK(\"http://evil.example\",\"x\")";
        rename(business.agent(), evil);
        rename(business.colleague(), " +1");
        changes(business.agent(), business.colleague(), 1);
        var csv = exported("?action=access.user-changed&user=" + business.agent().id());
        assertThat(csv).startsWith("\uFEFFat,action,actor,");
        assertThat(csv)
                .contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",")
                .contains(",'+1,")
                .doesNotContain(",=", ",+", ",\"=");
        assertThat(lines("&user=" + business.agent().id()).getFirst().toString())
                .contains("=HYPERLINK");
    }

    @Test
    void theLogIsFilteredByKindRoomPersonAndTime() {
        changes(business.manager(), business.agent(), 2);
        changes(business.administrator(), business.colleague(), 1);
        assertThat(actions("?action=access.user-changed")).hasSize(3);
        assertThat(actions("?action=access"))
                .contains("access.user-changed", "access.token-issued");
        assertThat(actions("?action=acc")).isEmpty();
        assertThat(actions("?action=access.user-changed&user=" + business.agent().id())).hasSize(2);
        assertThat(actions("?action=access.user-changed&user=" + business.manager().id()))
                .hasSize(2);
        assertThat(actions("?user=" + UUID.randomUUID())).isEmpty();
        var future = Instant.now().plusSeconds(3600);
        assertThat(actions("?from=" + future)).isEmpty();
        assertThat(actions("?action=access.user-changed&to=" + future)).hasSize(3);
        assertThat(actions("?to=" + Instant.EPOCH)).isEmpty();
        assertThat(administrator.call("GET", "/audit-entries?from=yesterday", null).code())
                .isEqualTo("invalid-request");
        assertThat(administrator.call("GET", "/audit-entries/export?format=xls", null).code())
                .isEqualTo("invalid-request");
    }

    @Test
    void nobodyTakesAlongWhatIsNotTheirs() throws Exception {
        changes(business.administrator(), business.agent(), 1);
        var other = Api.of(port, Business.create(server).administrator());
        var theirs = new String(other.download("/audit-entries/export"), StandardCharsets.UTF_8);
        assertThat(theirs).doesNotContain(business.agent().id().toString());
        var about = other.download("/audit-entries/export?user=" + business.agent().id());
        assertThat(new String(about, StandardCharsets.UTF_8).lines()).hasSize(1);
        var manager = Api.of(port, business.manager());
        assertThat(manager.call("GET", "/audit-entries", null).status()).isEqualTo(200);
        assertThat(manager.call("GET", "/audit-entries/export", null).code())
                .isEqualTo("not-permitted");
    }

    @Test
    void theLogNotesWhoTookItAlong() throws Exception {
        exported("");
        await().until(() -> actions("?action=audit").equals(List.of("audit.exported")));
        var entry = administrator.items("/audit-entries?action=audit").getFirst();
        assertThat(entry.path("actor").path("name").asString()).isEqualTo("Ada Administrator");
    }
}
