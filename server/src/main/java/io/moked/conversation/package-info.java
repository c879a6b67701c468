/** Conversations, their messages, and who answers them. */
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
            "media",
            "channel",
            "contact",
            "sending"
        })
package io.moked.conversation;
