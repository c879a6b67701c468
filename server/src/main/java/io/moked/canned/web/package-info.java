/** The {@code canned} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.canned.web;
