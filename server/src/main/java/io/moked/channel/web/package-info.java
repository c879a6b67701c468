/** The {@code channel} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.channel.web;
