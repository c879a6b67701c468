/** What benchmarks share: load, latencies, and the paper a result is written on. */
@NullMarked
package io.moked.bench.measure;

import org.jspecify.annotations.NullMarked;
