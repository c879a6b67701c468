/** One template to many contacts: each once, when it may be, and what came of it. */
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
            "contact",
            "sending",
            "number",
            "audience",
            "template",
            "conversation"
        })
package io.moked.broadcast;
