package io.moked.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A reply that was queued and then not shown would be sent again by whoever wrote it. */
@MokedTest
class AnsweringNeedsReadingTest extends Journey {

    @Test
    void whatSomebodyMayNotReadTheyDoNotAnswer() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var messages = "/conversations/" + idOf(phone) + "/messages";
        var administrator = Api.of(port, business.administrator());
        var writers = Map.of("name", "Writers", "permissions", List.of("ANSWER_CONVERSATIONS"));
        var role = administrator.post("/roles", writers).body().path("id").asString();
        administrator.call(
                "PATCH",
                "/users/" + business.colleague().id(),
                Map.of("roles", List.of(Map.of("role", role))));
        var colleague = Api.of(port, business.colleague());
        assertThat(colleague.reply(idOf(phone), "Hello").status()).isEqualTo(404);
        assertThat(agent.items(messages)).hasSize(1);
    }
}
