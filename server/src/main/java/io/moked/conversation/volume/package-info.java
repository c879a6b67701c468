/** How much there is of conversations, in numbers only. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.volume;
