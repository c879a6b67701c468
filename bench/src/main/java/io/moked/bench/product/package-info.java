/**
 * The packaged product from outside: its process, its addresses, its database and its processor
 * time.
 */
@NullMarked
package io.moked.bench.product;

import org.jspecify.annotations.NullMarked;
