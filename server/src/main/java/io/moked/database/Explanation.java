package io.moked.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.Optional;

/** Turns what PostgreSQL or the file system complains of into what a person can act upon. */
final class Explanation {

    private static final int TAIL = 600;

    private Explanation() {}

    /** What our own reading and writing met. */
    static DatabaseProblem of(Path where, IOException cause) {
        var complaint = cause.toString();
        if (cause instanceof AccessDeniedException
                || complaint.contains("Operation not permitted")) {
            return new DatabaseProblem(
                    "Permission to write in "
                            + where
                            + " is missing: grant it, or choose another data directory.",
                    cause);
        }
        return new DatabaseProblem(
                known(where, complaint)
                        .orElse("Moked could not work in " + where + ": " + complaint),
                cause);
    }

    /** What PostgreSQL said before it ended. */
    static DatabaseProblem of(Path where, String output) {
        var unknown = "PostgreSQL could not work in " + where + "; it said: " + tail(output);
        return new DatabaseProblem(known(where, output).orElse(unknown));
    }

    /** What a statement met. */
    static DatabaseProblem of(String sentence, Exception cause) {
        var reason = String.valueOf(cause.getMessage());
        return new DatabaseProblem(
                isFull(reason)
                        ? "The disk holding the database is full: free some room and start again."
                        : sentence + reason,
                cause);
    }

    private static boolean isFull(String complaint) {
        return complaint.contains("No space left on device");
    }

    private static Optional<String> known(Path where, String complaint) {
        if (isFull(complaint)) {
            return Optional.of(
                    "The disk holding " + where + " is full: free some room and start again.");
        }
        if (complaint.contains("Read-only file system")) {
            return Optional.of(where + " may only be read here: choose another data directory.");
        }
        if (complaint.contains("Permission denied")) {
            return Optional.of(
                    "PostgreSQL may not use "
                            + where
                            + ": give the directory, and the way to it, to the user who runs Moked.");
        }
        if (complaint.contains("Address already in use")) {
            return Optional.of(
                    "The port kept in "
                            + where
                            + " is taken by another program: stop that program.");
        }
        if (complaint.contains("could not map anonymous shared memory")) {
            return Optional.of(
                    "There is too little memory for PostgreSQL, which needs about 200 MB.");
        }
        return Optional.empty();
    }

    private static String tail(String output) {
        var text = output.strip();
        return text.substring(Math.max(0, text.length() - TAIL));
    }
}
