/** What happens to conversations by itself, because the business wants it so. */
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
            "access",
            "hours",
            "channel",
            "contact",
            "conversation",
            "routing"
        })
package io.moked.rule;
