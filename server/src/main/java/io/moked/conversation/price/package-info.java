/** What the network charges for messages. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.price;
