/** What was written in conversations, in words alone. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.words;
