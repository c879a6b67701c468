/** The {@code signin} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.signin.web;
