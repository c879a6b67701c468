/** Agents who are asked whether they take what waits. */
@org.jspecify.annotations.NullMarked
package io.moked.routing.offer;
