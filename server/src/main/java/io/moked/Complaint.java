package io.moked;

import io.moked.database.DatabaseProblem;
import io.moked.kernel.Refusal;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;

/** What a failed command says: a sentence where we know the reason, everything where we do not. */
record Complaint(Throwable failure, Optional<String> sentence, boolean isDeclined) {

    private static final int WRONG_CONFIGURATION = 78;
    private static final int WRONG_INPUT = 65;
    private static final int FAILURE = 1;

    static Complaint about(Throwable failure) {
        var sentence = causes(failure).flatMap(cause -> sentence(cause).stream()).findFirst();
        return new Complaint(
                failure, sentence, causes(failure).anyMatch(Refusal.class::isInstance));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Optional<String> sentence(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Optional.ofNullable(refused.getMessage());
            case DatabaseProblem problem -> Optional.ofNullable(problem.getMessage());
            case Refusal declined -> Optional.of("Declined: " + declined.code() + ".");
            case PortInUseException taken ->
                    Optional.of(
                            "Port %d is taken: stop the program that uses it, or choose another port."
                                    .formatted(taken.getPort()));
            default ->
                    String.valueOf(cause.getMessage()).contains("No space left on device")
                            ? Optional.of("A disk is full: free some room and start again.")
                            : Optional.empty();
        };
    }

    /** Prints and returns the exit code. */
    int print(PrintWriter err) {
        if (sentence.isEmpty()) {
            err.println("Moked failed, and does not know why:");
            failure.printStackTrace(err);
            return FAILURE;
        }
        err.println(sentence.get());
        return isDeclined ? WRONG_INPUT : WRONG_CONFIGURATION;
    }
}
