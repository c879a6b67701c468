/** Customers who write by themselves, following small scripts. */
@NullMarked
package io.moked.simulator.traffic;

import org.jspecify.annotations.NullMarked;
