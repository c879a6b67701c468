package io.moked.access;

/** A user as colleagues may see them. */
public record User(UserId id, String name, String email, String language, Role role) {}
