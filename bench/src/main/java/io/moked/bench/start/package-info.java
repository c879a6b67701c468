/** How soon the product can be used, and what it costs by then. */
@NullMarked
package io.moked.bench.start;

import org.jspecify.annotations.NullMarked;
