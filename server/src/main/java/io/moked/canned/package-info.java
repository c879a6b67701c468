/** Texts that agents keep to be sent again: their own, a department's, or everybody's. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "personaldata",
            "journal",
            "access",
            "media",
            "conversation"
        })
package io.moked.canned;
