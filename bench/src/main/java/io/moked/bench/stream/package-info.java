/** How soon open consoles hear of what happens. */
@NullMarked
package io.moked.bench.stream;

import org.jspecify.annotations.NullMarked;
