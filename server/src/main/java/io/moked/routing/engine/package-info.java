/**
 * Who answers what, decided from nothing but what it is told: no clock, no database, no threads.
 * The same code decides for people who wait and for those of a simulation.
 */
@org.jspecify.annotations.NullMarked
package io.moked.routing.engine;
