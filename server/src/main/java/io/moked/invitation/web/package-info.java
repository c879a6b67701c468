/** The {@code invitation} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.invitation.web;
