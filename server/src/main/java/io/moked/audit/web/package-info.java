/** The {@code audit} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.audit.web;
