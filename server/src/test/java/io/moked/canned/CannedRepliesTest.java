package io.moked.canned;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.MokedTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What may stand in a canned reply, and in which order they are found. */
@MokedTest
class CannedRepliesTest extends CannedJourney {

    @Test
    void aNameIsTakenOncePerPlaceHoweverItIsWritten() {
        added(manager, Map.of("name", "Hours"));
        assertThat(manager.post("/canned-replies", wanted(Map.of("name", "hours"))).code())
                .isEqualTo("canned-reply-name-taken");
        added(manager, Map.of("name", "hours", "scope", "own"));
        added(agent, Map.of("name", "hours", "scope", "own"));
    }

    @Test
    void whatCannotBeMeantIsRefusedFieldByField() {
        assertThat(wrong(Map.of("name", "two words"))).isEqualTo("name not-allowed");
        assertThat(wrong(Map.of("name", "n".repeat(33)))).isEqualTo("name too-long");
        assertThat(wrong(Map.of("name", " "))).isEqualTo("name missing");
        assertThat(wrong(Map.of("texts", List.of()))).isEqualTo("texts missing");
        assertThat(wrong(said("xx", "words"))).isEqualTo("texts[0].language unknown-value");
        assertThat(wrong(said("en", "Hello {{contact.shoe}}")))
                .isEqualTo("texts[0].body unknown-variable");
        assertThat(wrong(said("en", "Number {{ask: }}")))
                .isEqualTo("texts[0].body unknown-variable");
        assertThat(wrong(said("en", "Hello {{contact.name}")))
                .isEqualTo("texts[0].body lone-brace");
        assertThat(wrong(said("en", "x".repeat(4_097)))).isEqualTo("texts[0].body too-long");
        assertThat(wrong(Map.of("scope", "department"))).isEqualTo("departmentId missing");
        var nowhere =
                Map.<String, Object>of("scope", "department", "departmentId", UUID.randomUUID());
        assertThat(wrong(nowhere)).isEqualTo("departmentId unknown");
    }

    @Test
    void itSaysTheSameInSeveralLanguagesAndLeavesOutTheBlankOnes() {
        var texts =
                List.of(
                        text("he", "שלום {{contact.name}}, מספר {{ask:מספר הזמנה}}"),
                        text("pt-BR", "Bom dia {{agent.name}}"),
                        text("en", "  "));
        added(manager, Map.of("texts", texts));

        var kept = Api.list(agent.items("/canned-replies").getFirst().path("texts"));
        assertThat(kept)
                .extracting(it -> it.path("language").asString())
                .containsExactly("he", "pt-BR");
    }

    @Test
    void whatOneTakesMostComesFirst() {
        added(manager, Map.of("name", "a"));
        var often = added(manager, Map.of("name", "b"));
        var seldom = added(manager, Map.of("name", "c"));
        agent.post(at(often) + "/uses", null);
        colleague.post(at(seldom) + "/uses", null);
        colleague.post(at(seldom) + "/uses", null);

        assertThat(names(agent)).containsExactly("b", "c", "a");
        assertThat(names(colleague)).containsExactly("c", "b", "a");
        assertThat(agent.items("/canned-replies").get(1).path("uses").asInt()).isEqualTo(2);
    }

    @Test
    void nobodyKeepsMoreThanThereIsRoomFor() {
        behindTheirBacks(
                """
                insert into canned.reply (tenant_id, id, name)
                select tenancy.current_tenant(), gen_random_uuid(), 'n' || n from generate_series(1, 500) n
                """);
        assertThat(manager.post("/canned-replies", wanted(Map.of())).code())
                .isEqualTo("too-many-canned-replies");
        var own = added(manager, Map.of("scope", "own"));
        assertThat(manager.put(at(own), wanted(Map.of())).code())
                .isEqualTo("too-many-canned-replies");
    }
}
