/**
 * What must hold whatever happens, checked from outside: pure functions over the history that
 * callers wrote down, what the product shows, and what Meta was given.
 */
@NullMarked
package io.moked.bench.proof;

import org.jspecify.annotations.NullMarked;
