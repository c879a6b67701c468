package io.moked.signin;

import io.moked.access.Session.Origin;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to sign in, as far as the connection tells.
 *
 * @param cookie the cookie of a name, if the browser carries one
 */
public record Visitor(Origin origin, Function<String, @Nullable String> cookie) {}
