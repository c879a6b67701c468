/** What a business promises to whoever writes: by when it answers, and by when it is done. */
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
            "hours",
            "conversation",
            "routing"
        })
package io.moked.target;
