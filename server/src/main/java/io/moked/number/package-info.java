/** The numbers of a business at Meta: connected by their owners, and how they stand. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "tenancy",
            "access",
            "channel",
            "graph",
            "metaapp",
            "sending"
        })
package io.moked.number;
