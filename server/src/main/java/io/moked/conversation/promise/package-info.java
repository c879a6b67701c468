/** What was promised about conversations, beside them. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.promise;
