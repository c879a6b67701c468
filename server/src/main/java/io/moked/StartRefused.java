package io.moked;

/** Why a command does not start: one plain sentence saying what is wrong and what to do. */
final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartRefused(String sentence) {
        super(sentence);
    }
}
