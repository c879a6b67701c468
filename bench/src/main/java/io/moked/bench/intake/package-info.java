/** How fast deliveries are acknowledged and become messages. */
@NullMarked
package io.moked.bench.intake;

import org.jspecify.annotations.NullMarked;
