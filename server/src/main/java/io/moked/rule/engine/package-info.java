/**
 * Which rule acts, decided from nothing but what it is told: no clock, no database. The same code
 * decides for what happens and for what a rule would have done.
 */
@org.jspecify.annotations.NullMarked
package io.moked.rule.engine;
