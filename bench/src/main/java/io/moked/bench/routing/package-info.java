/** Who gets which conversation: how fast that is decided, and whether it is true among many. */
@NullMarked
package io.moked.bench.routing;

import org.jspecify.annotations.NullMarked;
