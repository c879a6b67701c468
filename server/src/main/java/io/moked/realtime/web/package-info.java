/** The {@code realtime} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.realtime.web;
