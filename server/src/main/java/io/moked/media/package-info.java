/** Files people send. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "egress",
            "tenancy",
            "personaldata",
            "journal",
            "access"
        })
package io.moked.media;
