/** A mailbox that takes every mail and shows it. */
@NullMarked
package io.moked.simulator.mail;

import org.jspecify.annotations.NullMarked;
