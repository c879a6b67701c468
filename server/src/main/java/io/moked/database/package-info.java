/** Where rows live: the embedded PostgreSQL, and the three doors to it. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"kernel"})
package io.moked.database;
