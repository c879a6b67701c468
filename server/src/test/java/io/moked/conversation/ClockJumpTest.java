package io.moked.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.moked.GraphStub;
import io.moked.Journey;
import io.moked.Meta;
import io.moked.MokedTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The clock of the machine is set forward and back: nothing waits for a time that was wrong. */
@MokedTest
@Import(ClockJumpTest.Turned.class)
class ClockJumpTest extends Journey {

    private static final TurnedClock CLOCK = new TurnedClock();

    @TestConfiguration
    static class Turned {
        @Bean
        @Primary
        Clock turnedClock() {
            return CLOCK;
        }
    }

    private static final class TurnedClock extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().truncatedTo(ChronoUnit.MICROS).plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("Times are in UTC");
        }
    }

    @AfterEach
    void setRight() {
        CLOCK.ahead = Duration.ZERO;
    }

    @Test
    void aReplyDoesNotWaitForATimeThatWasWrong() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        CLOCK.ahead = Duration.ofHours(2);
        agent.reply(conversation, "two hours too early");
        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);

        CLOCK.ahead = Duration.ZERO;
        agent.reply(conversation, "in time");

        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 2);
    }

    @Test
    void aDoubtDoesNotHoldTheConversationBackUntilATimeThatWasWrong() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        CLOCK.ahead = Duration.ofHours(2);
        GraphStub.get().next((exchange, message) -> exchange.close());
        agent.reply(conversation, "perhaps");
        await().until(() -> statusOfTheLast(conversation).equals("unconfirmed"));

        CLOCK.ahead = Duration.ZERO;
        agent.reply(conversation, "surely");

        await().until(() -> GraphStub.get().acceptedFor(phone).size() == 1);
    }

    /** One that is on its way takes longer than any send may, or so it seems. */
    @Test
    void aStepForwardMakesNoReplyGoOutTwice() {
        var phone = Meta.newPhone();
        meta.says(business, phone, "hello?");
        var conversation = idOf(phone);
        var isOnItsWay = new AtomicBoolean();
        var mayArrive = new AtomicBoolean();
        GraphStub.get()
                .next((exchange, message) -> {
                    isOnItsWay.set(true);
                    await().untilTrue(mayArrive);
                    GraphStub.get().acceptAndHangUp().to(exchange, message);
                });
        agent.reply(conversation, "before");
        await().untilTrue(isOnItsWay);
        CLOCK.ahead = Duration.ofHours(20);
        await().until(() -> statusOfTheLast(conversation).equals("unconfirmed"));
        mayArrive.set(true);
        await().until(() -> sentTo(phone).contains("before"));
        CLOCK.ahead = Duration.ofHours(21);
        agent.reply(conversation, "after");

        await().until(() -> sentTo(phone).contains("after"));
        assertThat(sentTo(phone)).containsExactly("before", "after");
    }

    private static List<String> sentTo(String phone) {
        return GraphStub.get().acceptedFor(phone).stream()
                .map(it -> it.path("text").path("body").asString(""))
                .toList();
    }

    private String statusOfTheLast(String conversation) {
        var messages = agent.items("/conversations/" + conversation + "/messages");
        return messages.getFirst().path("status").asString();
    }
}
