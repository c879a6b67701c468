/** The {@code operations} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.operations.web;
