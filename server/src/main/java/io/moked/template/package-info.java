/** Texts that Meta approves for writing at any time: kept, made and filled. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "tenancy",
            "journal",
            "access",
            "media",
            "channel",
            "graph"
        })
package io.moked.template;
