/**
 * The side for tests, demos and the phone page: sets up the world, acts as a customer, shows what
 * happened.
 */
@NullMarked
package io.moked.simulator.control;

import org.jspecify.annotations.NullMarked;
