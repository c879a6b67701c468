/**
 * The WhatsApp Cloud API as Meta documents it, played on this machine for tests, demos and
 * development.
 */
@NullMarked
package io.moked.simulator;

import org.jspecify.annotations.NullMarked;
