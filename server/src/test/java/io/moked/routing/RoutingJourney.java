package io.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.moked.Api;
import io.moked.Business.Member;
import io.moked.Journey;
import io.moked.Meta;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** A business whose manager says how its conversations find their agents. */
abstract class RoutingJourney extends Journey {

    Api colleague;
    Api manager;

    @BeforeEach
    final void signIn() {
        colleague = Api.of(port, business.colleague());
        manager = Api.of(port, business.manager());
    }

    final List<String> arrivals(int count) {
        return Stream.generate(Meta::newPhone)
                .limit(count)
                .peek(it -> {
                    meta.says(business, it, "hello?");
                    conversationOf(it);
                })
                .toList();
    }

    final String assigneeOf(String phone) {
        return conversationOf(phone).path("assignee").path("id").asString("");
    }

    final void become(Api who, String availability) {
        var answer = who.put("/me/availability", Map.of("availability", availability));
        assertThat(answer.status()).isEqualTo(200);
    }

    final void change(String mode, String choice) {
        var wanted = Map.of("name", "General", "mode", mode, "choice", choice);
        assertThat(manager.put("/departments/" + business.department(), wanted).status())
                .isEqualTo(200);
    }

    final void setMembers(Member... members) {
        var ids = Stream.of(members).map(Member::id).toList();
        var path = "/departments/" + business.department() + "/members";
        assertThat(manager.put(path, Map.of("agentIds", ids)).status()).isEqualTo(200);
    }

    final void setCapacity(Member member, int capacity) {
        var path = "/agents/" + member.id() + "/capacity";
        assertThat(manager.put(path, Map.of("capacity", capacity)).status()).isEqualTo(200);
    }

    final int holds(Member member) {
        return manager.items("/agents").stream()
                .filter(it -> it.path("id").asString().equals(member.id().toString()))
                .mapToInt(it -> it.path("used").asInt())
                .sum();
    }
}
