/** How the inbox and threads feel when a business has millions of messages. */
@NullMarked
package io.moked.bench.lists;

import org.jspecify.annotations.NullMarked;
