package io.moked.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Turns what PostgreSQL or the file system complains of into what a person can act upon. */
final class Explanation {

    private static final int TAIL = 600;

    private Explanation() {}

    static DatabaseProblem of(Path where, IOException cause) {
        var complaint =
                cause instanceof AccessDeniedException ? "Permission denied" : cause.toString();
        return new DatabaseProblem(sentence(where, complaint), cause);
    }

    static DatabaseProblem of(Path where, String output) {
        return new DatabaseProblem(sentence(where, output));
    }

    private static String sentence(Path where, String output) {
        if (output.contains("No space left on device")) {
            return "The disk holding " + where + " is full: free some room and start again.";
        }
        if (output.contains("Permission denied")) {
            return "PostgreSQL may not use "
                    + where
                    + ": give the directory, and the way to it, to the user who runs Moked.";
        }
        if (output.contains("Address already in use")) {
            return "The port kept in " + where + " is taken by another program: stop that program.";
        }
        if (output.contains("could not map anonymous shared memory")) {
            return "There is too little memory for PostgreSQL, which needs about 200 MB.";
        }
        return "PostgreSQL could not work in " + where + "; it said: " + tail(output);
    }

    private static String tail(String output) {
        var text = output.strip();
        return text.substring(Math.max(0, text.length() - TAIL));
    }
}
