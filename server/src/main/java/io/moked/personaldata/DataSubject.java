package io.moked.personaldata;

/** Whom data is about. */
public enum DataSubject {
    /** Someone who writes to a business. */
    CONTACT,
    /** Someone who works for a business or for the platform. */
    USER
}
