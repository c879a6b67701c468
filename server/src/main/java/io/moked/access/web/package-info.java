/** The {@code access} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.access.web;
