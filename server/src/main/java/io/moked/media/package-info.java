/** Files people send. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "journal",
            "personaldata",
            "access"
        })
package io.moked.media;
