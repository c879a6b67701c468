/** Which agent answers which conversation, and how long people wait. */
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
            "agent",
            "channel",
            "conversation"
        })
package io.moked.routing;
