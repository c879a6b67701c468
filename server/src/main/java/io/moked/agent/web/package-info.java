/** The {@code agent} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.agent.web;
