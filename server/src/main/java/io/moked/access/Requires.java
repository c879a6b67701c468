package io.moked.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the permission a request needs. A handler with neither this nor {@link Open} is refused.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

    Permission value();

    /** Whether a person must have shown within the last minutes that it is them. */
    boolean fresh() default false;

    /** Whether no program may do it, whatever its token is for. */
    boolean inPerson() default false;
}
