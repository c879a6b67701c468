/** The line of time on which everything in a conversation stands. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.timeline;
