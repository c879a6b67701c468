/** Who is at work, and how much of it they can hold at once. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "tenancy",
            "personaldata",
            "journal",
            "access"
        })
package io.moked.agent;
