/**
 * A day that nobody has to live through: who comes and who is there is made up or remembered, the
 * clock is moved from one event to the next, and who gets what is decided by {@code
 * io.moked.routing.engine}, as it is for people. Knows nothing but that: no clock, no database, no
 * threads.
 */
@org.jspecify.annotations.NullMarked
package io.moked.routing.simulation;
