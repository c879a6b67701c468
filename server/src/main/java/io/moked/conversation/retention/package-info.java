/** What is personal in the tables of this room, and how long it is kept. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.retention;
