/** Past days, as they are remembered, gone through again. */
@org.jspecify.annotations.NullMarked
package io.moked.routing.replay;
