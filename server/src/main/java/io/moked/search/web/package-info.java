/** The {@code search} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.search.web;
