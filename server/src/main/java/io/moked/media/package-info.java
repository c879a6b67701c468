/** Files people send. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "journal", "access"})
package io.moked.media;
