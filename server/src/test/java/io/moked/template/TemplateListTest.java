package io.moked.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.MokedTest;
import io.moked.tenancy.TenantScope;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Our copy of the templates is what Meta told last, in whatever order it told. */
@MokedTest
class TemplateListTest extends TemplateJourney {

    private static final String QUALITY = "message_template_quality_update";
    private static final String STATUS = "message_template_status_update";

    @Test
    void allPagesAreRead() {
        graph.tell(
                "GET " + account + "/message_templates",
                "{\"data\": [%s], \"paging\": {\"cursors\": {\"after\": \"abc\"}, \"next\": \"x\"}}"
                        .formatted(template("1", "first", "APPROVED", body("One"))));
        graph.tell(
                "GET %s/message_templates?limit=100&fields=%s&after=abc"
                        .formatted(
                                account,
                                "id,name,language,category,status,quality_score,rejected_reason,"
                                        + "parameter_format,components"),
                "{\"data\": [%s]}".formatted(template("2", "second", "REJECTED", body("Two"))));
        sync();
        assertThat(templateCalled("first").path("sendable").asBoolean()).isTrue();
        assertThat(templateCalled("second").path("status").asString()).isEqualTo("rejected");
    }

    @Test
    void aTemplateTellsWhatIsToBeFilledIn() {
        metaLists(
                template(
                        "3",
                        "order",
                        "APPROVED",
                        """
                        [{"type": "BODY", "text": "Hi {{1}}", "example": {"body_text": [["Dana"]]}}]
                        """));
        var variable = templateCalled("order").path("variables").path(0);
        assertThat(variable.path("key").asString()).isEqualTo("body.1");
        assertThat(variable.path("sample").asString()).isEqualTo("Dana");
    }

    @Test
    void whatMetaNoLongerListsIsGone() {
        metaLists(template("4", "old", "APPROVED", body("Old")));
        metaLists(template("5", "new", "APPROVED", body("New")));
        assertThat(templateCalled("old").isMissingNode()).isTrue();
        assertThat(templateCalled("new").isMissingNode()).isFalse();
    }

    @Test
    void wordsOfTomorrowAreKeptAsTheyAre() {
        metaLists(
                """
                {"id": "6", "name": "tomorrow", "language": "en", "category": "HOLOGRAM", "status": "SIMMERING",
                 "components": [{"type": "BODY", "text": "Hi"}, {"type": "HEADER", "format": "SMELL"},
                   {"type": "BUTTONS", "buttons": [{"type": "TELEPORT", "text": "Go"}]}, {"type": "AURA"}]}
                """);
        var template = templateCalled("tomorrow");
        assertThat(template.path("status").asString()).isEqualTo("simmering");
        assertThat(template.path("category").asString()).isEqualTo("hologram");
        assertThat(template.path("layout").path("header").asString()).isEqualTo("smell");
        assertThat(template.path("sendable").asBoolean()).isFalse();
    }

    @Test
    void newsComeByWebhook() {
        metaLists(template("7", "seven", "PENDING", body("Seven")));
        metaTells(STATUS, "7", Map.of("event", "APPROVED", "reason", "NONE"));
        await().until(() -> templateCalled("seven").path("sendable").asBoolean());
        metaTells("message_template_quality_update", "7", Map.of("new_quality_score", "RED"));
        await().until(() -> templateCalled("seven").path("quality").asString("").equals("red"));
        metaTells("template_category_update", "7", Map.of("new_category", "MARKETING"));
        await().until(() ->
                templateCalled("seven").path("category").asString("").equals("marketing"));
        metaTells(
                STATUS,
                "7",
                Map.of(
                        "event",
                        "REJECTED",
                        "reason",
                        "INVALID_FORMAT",
                        "rejection_info",
                        Map.of("reason", "Its variables are wrong")));
        await().until(() -> !templateCalled("seven").path("sendable").asBoolean());
        assertThat(templateCalled("seven").path("reason").asString())
                .isEqualTo("Its variables are wrong");
    }

    @Test
    void newsRepeatedLateAreNotTheLastWordOnATemplate() {
        metaLists(template("77", "late", "PENDING", body("Late")));
        var later = Instant.now().plusSeconds(60);
        var quality = Map.<String, Object>of("new_quality_score", "RED");
        metaTellsOf(later, STATUS, "77", Map.of("event", "PAUSED"));
        metaTellsOf(later, QUALITY, "77", quality);
        await().until(() -> templateCalled("late").path("quality").asString("").equals("red"));
        var before = templateCalled("late");
        int told = changesTold();
        metaTellsOf(later.minusSeconds(30), STATUS, "77", Map.of("event", "APPROVED"));
        metaTellsOf(later.minusSeconds(30), STATUS, "77", Map.of("event", "DELETED"));
        metaTellsOf(later, QUALITY, "77", quality);
        metaTellsOf(later.plusSeconds(1), QUALITY, "77", Map.of("new_quality_score", "YELLOW"));
        await().until(() -> templateCalled("late").path("quality").asString("").equals("yellow"));
        assertThat(before.path("status").asString()).isEqualTo("paused");
        assertThat(templateCalled("late").path("status").asString()).isEqualTo("paused");
        assertThat(changesTold()).isEqualTo(told + 1);
    }

    private int changesTold() {
        return TenantScope.call(
                business.tenant().id(),
                () ->
                        server.getBean(TransactionTemplate.class)
                                .execute(tx ->
                                        server.getBean(JdbcClient.class)
                                                .sql(
                                                        "select count(*) from journal.entry where kind = 'template.changed'")
                                                .query(Integer.class)
                                                .single()));
    }

    @Test
    void whatIsDeletedAtMetaIsGone() {
        metaLists(template("8", "eight", "APPROVED", body("Eight")));
        metaTells(STATUS, "8", Map.of("event", "DELETED"));
        await().until(() -> templateCalled("eight").isMissingNode());
    }

    @Test
    void listsAreNarrowedByStatusLanguageCategoryAndWords() {
        metaLists(
                template("9", "nine", "APPROVED", body("Nine roses")),
                template("10", "ten", "PAUSED", body("Ten tulips")));
        assertThat(administrator.items("/templates?status=paused")).hasSize(1);
        assertThat(administrator.items("/templates?q=ROSES")).hasSize(1);
        assertThat(administrator.items("/templates?category=utility&language=en")).hasSize(2);
        assertThat(administrator.items("/templates?language=he")).isEmpty();
        assertThat(administrator.items("/templates?channel=" + business.channel())).isEmpty();
    }

    @Test
    void whyMetaDoesNotTellIsShown() {
        metaLists();
        graph.tell(
                "GET " + account + "/message_templates",
                "{\"error\": {\"code\": 100, \"message\": \"No such account\"}}");
        administrator.post("/templates/syncs", Map.of());
        await().until(() ->
                administrator
                        .items("/templates/accounts")
                        .getFirst()
                        .path("failure")
                        .asString("")
                        .equals("No such account"));
    }
}
