/** Receipts that come before the message that they are of. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.early;
