/** The {@code media} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.media.web;
