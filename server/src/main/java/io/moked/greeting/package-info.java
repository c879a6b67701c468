/** What a business says by itself to those who write, and how long they wait. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "personaldata",
            "journal",
            "access",
            "hours",
            "channel",
            "contact",
            "conversation",
            "routing"
        })
package io.moked.greeting;
