/** A broadcast to many, with the product struck down in the middle of it. */
@NullMarked
package io.moked.bench.broadcast;

import org.jspecify.annotations.NullMarked;
