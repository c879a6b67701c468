/**
 * The world the simulator plays: apps, businesses, their customers, the chats between them and what
 * goes wrong.
 */
@NullMarked
package io.moked.simulator.world;

import org.jspecify.annotations.NullMarked;
