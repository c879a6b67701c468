/**
 * Looks into files that strangers sent, in a process of its own: what a file does to whoever
 * decodes it, it does there.
 */
@org.jspecify.annotations.NullMarked
package io.moked.media.preview;
