/** How much of an agent a conversation takes. */
@org.jspecify.annotations.NullMarked
package io.moked.routing.weight;
