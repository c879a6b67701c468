/** Days gone through for managers: made up, or past ones as they are remembered. */
@org.jspecify.annotations.NullMarked
package io.moked.routing.replay;
