/** Deliveries that are a little wrong, and what the product makes of a million of them. */
@NullMarked
package io.moked.bench.fuzz;

import org.jspecify.annotations.NullMarked;
