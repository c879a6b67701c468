package io.moked.contact;

import io.moked.channel.Sender;
import java.util.Optional;
import java.util.stream.Stream;

/** One way a network knows a person. */
record Identity(Kind kind, String value) {

    enum Kind {
        PHONE,
        NETWORK_ID;

        String word() {
            return this == PHONE ? "phone" : "network-id";
        }

        static Kind of(String word) {
            return word.equals(PHONE.word()) ? PHONE : NETWORK_ID;
        }
    }

    static Optional<Identity> phoneOf(Sender sender) {
        return Optional.ofNullable(sender.phone()).map(it -> new Identity(Kind.PHONE, it));
    }

    static Optional<Identity> networkIdOf(Sender sender) {
        return Optional.ofNullable(sender.networkId()).map(it -> new Identity(Kind.NETWORK_ID, it));
    }

    /** All that a message tells of its sender, now and formerly. */
    static Stream<Identity> of(Sender sender) {
        var now = Stream.of(networkIdOf(sender), phoneOf(sender)).flatMap(Optional::stream);
        var before = Optional.ofNullable(sender.formerly()).stream().flatMap(Identity::of);
        return Stream.concat(now, before);
    }
}
