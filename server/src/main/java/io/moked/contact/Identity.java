package io.moked.contact;

import io.moked.channel.Sender;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One way a network knows a person. */
record Identity(Kind kind, String value) {

    /** What the network calls people by; only a phone can be dialled. */
    enum Kind {
        PHONE,
        NETWORK_ID,
        PARENT_ID;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    static Optional<Identity> of(Kind kind, Sender sender) {
        return Optional.ofNullable(valueOf(kind, sender)).map(it -> new Identity(kind, it));
    }

    private static @Nullable String valueOf(Kind kind, Sender sender) {
        return switch (kind) {
            case PHONE -> sender.phone();
            case NETWORK_ID -> sender.networkId();
            case PARENT_ID -> sender.parentId();
        };
    }

    /** As whom they wrote. */
    static Stream<Identity> now(Sender sender) {
        return Stream.of(Kind.values()).flatMap(it -> of(it, sender).stream());
    }

    /** All that a message tells of its sender, now and formerly. */
    static Stream<Identity> of(Sender sender) {
        var before = Optional.ofNullable(sender.formerly()).stream().flatMap(Identity::of);
        return Stream.concat(now(sender), before);
    }

    /**
     * The same one, also as it may be written otherwise; an id of the network is written one way.
     */
    Stream<Identity> variants() {
        return kind == Kind.PHONE
                ? PhoneVariants.of(value).map(it -> new Identity(kind, it))
                : Stream.of(this);
    }
}
