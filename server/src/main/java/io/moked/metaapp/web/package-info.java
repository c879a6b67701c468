/** The {@code metaapp} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.metaapp.web;
