package io.moked.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business;
import io.moked.MokedTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Segments are saved under names. */
@MokedTest
class SavingTest {

    @Autowired ApplicationContext server;
    @LocalServerPort int port;

    private Api manager;

    @BeforeEach
    void open() {
        manager = Api.of(port, Business.create(server).manager());
    }

    @Test
    void aNameIsGivenOnceAndRemovedOnesAreGone() {
        var criteria = Map.of("labels", List.of("gold"));
        var gold = Map.of("name", "Gold", "criteria", criteria);
        var id = manager.post("/segments", gold).body().path("id").asString();
        assertThat(manager.post("/segments", gold).code()).isEqualTo("segment-name-taken");
        var changed = manager.call("PATCH", "/segments/" + id, Map.of("name", "Golden"));
        assertThat(changed.body().path("criteria").path("labels").get(0).asString())
                .isEqualTo("gold");
        assertThat(manager.items("/segments")).hasSize(1);
        assertThat(manager.delete("/segments/" + id).status()).isEqualTo(204);
        assertThat(manager.items("/segments")).isEmpty();
        assertThat(manager.get("/contacts").path("items").isArray()).isTrue();
    }

    @Test
    void whatCannotBeAskedForIsRefusedByTheFieldsName() {
        for (var field : List.of("seenWithinDays", "notSeenForDays")) {
            var wrong = Map.of("name", "x", "criteria", Map.of(field, 0));
            var answer = manager.post("/segments", wrong);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body().toString()).contains(field);
        }
    }
}
