package io.moked;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever sends something that cannot be read is told which part of it. */
@MokedTest
class NamedFieldsTest extends Journey {

    @Test
    void namesTheFieldThatCannotBeRead() {
        assertThat(fieldOf(reply(Map.of("clientId", "not one")))).isEqualTo("clientId");
        var buttons = List.of(Map.of("title", Map.of()));
        var offer = Map.of("content", Map.of("offer", Map.of("buttons", buttons)));
        assertThat(fieldOf(reply(offer))).isEqualTo("content.offer.buttons.0.title");
        assertThat(fieldOf(agent.call("GET", "/conversations?limit=many", null)))
                .isEqualTo("limit");
    }

    private Api.Answer reply(Object body) {
        return agent.post("/conversations/" + UUID.randomUUID() + "/replies", body);
    }

    private static String fieldOf(Api.Answer answer) {
        assertThat(answer.code()).isEqualTo("invalid-request");
        return answer.body().at("/errors/0/field").asString();
    }
}
