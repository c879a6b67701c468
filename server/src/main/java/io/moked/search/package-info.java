/** Everything that was written, found again by its words. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "tenancy",
            "personaldata",
            "journal",
            "access",
            "channel",
            "media",
            "contact",
            "conversation"
        })
package io.moked.search;
