/** The {@code ending} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.ending.web;
