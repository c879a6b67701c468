/** The {@code rule} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.rule.web;
