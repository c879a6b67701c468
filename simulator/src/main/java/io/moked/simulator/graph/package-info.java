/** The Graph API side: what a program of a business may call. */
@NullMarked
package io.moked.simulator.graph;

import org.jspecify.annotations.NullMarked;
