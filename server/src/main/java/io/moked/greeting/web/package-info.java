/** The {@code greeting} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.greeting.web;
