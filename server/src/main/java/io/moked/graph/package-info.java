/** Meta's Graph API: how it is called, and what it tells of accounts and numbers. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"egress", "channel"})
package io.moked.graph;
