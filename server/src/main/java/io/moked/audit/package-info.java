/** What was done, by whom and when; nobody may change it. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "personaldata",
            "journal",
            "access"
        })
package io.moked.audit;
