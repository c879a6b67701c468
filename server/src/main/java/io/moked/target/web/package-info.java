/** The {@code target} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.target.web;
