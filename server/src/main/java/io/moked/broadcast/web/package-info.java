/** The {@code broadcast} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.broadcast.web;
