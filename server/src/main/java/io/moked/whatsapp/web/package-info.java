/** The {@code whatsapp} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.whatsapp.web;
