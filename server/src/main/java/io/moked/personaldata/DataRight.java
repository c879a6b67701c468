package io.moked.personaldata;

/** What a person may ask for. */
public enum DataRight {
    /** To see it. */
    ACCESS,
    /** To take it along in a form that programs read. */
    PORTABILITY,
    /** To have it deleted. */
    ERASURE
}
