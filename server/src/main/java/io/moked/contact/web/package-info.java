/** The {@code contact} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.contact.web;
