/** Where rows live: the embedded PostgreSQL, and the three doors to it. */
@org.jspecify.annotations.NullMarked
package io.moked.database;
