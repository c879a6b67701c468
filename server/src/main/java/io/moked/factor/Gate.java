package io.moked.factor;

import java.time.Duration;
import java.util.List;

/** A way in, and how often it may be tried. All of them are closed while nobody can count. */
public enum Gate {
    /** An address and a password, wherever they are asked for. */
    PASSWORD(new Doubling(5, Duration.ofMinutes(1)), UsualOf.A_NETWORK),
    /** What is shown after the password; whoever guesses here knows the password already. */
    SECOND_FACTOR(new Doubling(5, Duration.ofMinutes(15)), UsualOf.A_NETWORK),
    /** A passkey instead of a password: nothing to guess, but each try costs a signature. */
    PASSKEY(new Doubling(5, Duration.ofMinutes(1)), UsualOf.A_NETWORK),
    /** A secret that was mailed: an invitation, a new password. */
    MAILED_SECRET(new Doubling(5, Duration.ofMinutes(1)), UsualOf.A_NETWORK),
    /** Asking for such a mail. */
    MAIL(new Window(3, Duration.ofHours(1)), List.of(new Window(20, Duration.ofHours(1)))),
    /** Such mails of one business, whoever they go to. */
    MAIL_OF_TENANT(new Window(60, Duration.ofHours(1)), List.of()),
    /** The token of a program, once it turns out to be unknown. */
    API_TOKEN(
            new Doubling(5, Duration.ofMinutes(1)),
            List.of(new Window(120, Duration.ofMinutes(1))));

    /** How tries at one thing are limited. */
    sealed interface Rule {}

    /** Some are free; from then on each waits twice as long as the one before, up to a longest. */
    record Doubling(int free, Duration longest) implements Rule {}

    /** So many in a stretch of time. */
    record Window(int most, Duration length) implements Rule {}

    private static final class UsualOf {
        static final List<Window> A_NETWORK =
                List.of(
                        new Window(20, Duration.ofMinutes(1)),
                        new Window(200, Duration.ofHours(1)));
    }

    private final Rule subject;
    private final List<Window> network;

    Gate(Rule subject, List<Window> network) {
        this.subject = subject;
        this.network = network;
    }

    Rule subject() {
        return subject;
    }

    List<Window> network() {
        return network;
    }
}
