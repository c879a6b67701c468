/** Lets things go wrong around the product, and looks at what it does meanwhile and afterwards. */
@NullMarked
package io.moked.bench.fault;

import org.jspecify.annotations.NullMarked;
