/** The floor as managers see it: who waits where, and who holds what. */
@org.jspecify.annotations.NullMarked
package io.moked.routing.board;
