/** The little HTTP both sides of the simulator stand on: routes, requests, answers and JSON. */
@NullMarked
package io.moked.simulator.web;

import org.jspecify.annotations.NullMarked;
