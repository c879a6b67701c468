package io.moked.greeting;

import io.moked.channel.Content;
import io.moked.conversation.Incoming.Recorded;
import io.moked.greeting.GreetingStore.Telling;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** What somebody who waits has just written in one conversation. */
record Visit(UUID department, List<Recorded> messages) {

    UUID conversation() {
        return messages.getFirst().conversation();
    }

    UUID contact() {
        return messages.getFirst().contact().value();
    }

    UUID channel() {
        return messages.getFirst().message().channel().value();
    }

    boolean isOpening() {
        return messages.getFirst().isOpening();
    }

    List<String> words() {
        return messages.stream()
                .map(it -> it.message().content())
                .filter(Content.Text.class::isInstance)
                .map(it -> ((Content.Text) it).body())
                .toList();
    }

    Instant at() {
        return messages.stream()
                .map(it -> it.message().at())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    Telling on(Occasion occasion) {
        return new Telling(channel(), contact(), conversation(), occasion);
    }
}
