/** What Meta would post to an app: shaped, signed, batched, delivered and repeated. */
@NullMarked
package io.moked.simulator.webhook;

import org.jspecify.annotations.NullMarked;
