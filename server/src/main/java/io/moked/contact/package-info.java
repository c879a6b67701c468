/** The people who write to a business. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "personaldata",
            "access",
            "channel"
        })
package io.moked.contact;
