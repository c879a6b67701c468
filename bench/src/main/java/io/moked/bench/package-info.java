/**
 * Measures the packaged product from outside: real server, real PostgreSQL, real sockets, and the
 * bare database beside it as the floor.
 */
@NullMarked
package io.moked.bench;

import org.jspecify.annotations.NullMarked;
