/** The {@code number} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.number.web;
