/** Customers' messages as Meta posts them, signed, and who keeps count of them. */
@NullMarked
package io.moked.bench.webhook;

import org.jspecify.annotations.NullMarked;
