package io.moked.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BurstTest {

    @Test
    void acceptsOnlyAllMessagesInTheirOrder() {
        assertThat(Burst.isInOrder(List.of("1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5")))
                .isTrue();
        assertThat(Burst.isInOrder(List.of("1 of 5", "3 of 5", "2 of 5", "4 of 5", "5 of 5")))
                .isFalse();
        assertThat(Burst.isInOrder(List.of("1 of 5", "2 of 5", "3 of 5", "4 of 5"))).isFalse();
    }

    @Test
    void readsThreadsOldestFirstWithoutWhatTheBusinessSays() {
        var page =
                """
                {"items": [
                  {"direction": "inbound", "content": {"type": "text", "body": "2 of 5"}},
                  {"direction": "outbound", "content": {"type": "text", "body": "Welcome!"}},
                  {"kind": "event"},
                  {"direction": "inbound", "content": {"type": "text", "body": "1 of 5"}}]}
                """;

        assertThat(Threads.inbound(page)).containsExactly("1 of 5", "2 of 5");
    }
}
