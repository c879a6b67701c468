/** The {@code routing} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.routing.web;
