/** The {@code template} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.template.web;
