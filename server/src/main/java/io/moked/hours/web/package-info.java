/** The {@code hours} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.hours.web;
