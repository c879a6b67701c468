/** The {@code conversation} room over HTTP. */
@org.jspecify.annotations.NullMarked
package io.moked.conversation.web;
