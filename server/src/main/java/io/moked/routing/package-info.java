/** Which agent answers which conversation, and how long people wait. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "access", "conversation"})
package io.moked.routing;
