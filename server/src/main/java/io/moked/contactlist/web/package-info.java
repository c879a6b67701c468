/** The {@code contactlist} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.contactlist.web;
