/** The {@code audience} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.audience.web;
