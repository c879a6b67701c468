package io.moked.routing.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a department makes of a wait as it goes on.
 *
 * @param relaxing after how long one level less of a skill is required, and again after that; null
 *     for never
 */
public record Terms(@Nullable Duration relaxing, Overflow overflow, Keeping keeping) {

    public static final Terms NONE = new Terms(null, Overflow.NONE, Keeping.NONE);
}
