package io.moked.database;

/** Why the database cannot be used: one plain sentence saying what is wrong and what to do. */
public final class DatabaseProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseProblem(String sentence) {
        super(sentence);
    }

    DatabaseProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
