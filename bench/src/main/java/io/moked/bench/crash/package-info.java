/** Strikes the product while people use it, and has the history checked after each blow. */
@NullMarked
package io.moked.bench.crash;

import org.jspecify.annotations.NullMarked;
