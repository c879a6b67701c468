/** Which number leads to which department. */
@org.jspecify.annotations.NullMarked
package io.moked.routing.entrance;
