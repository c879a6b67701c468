/** Meta's Cloud API, and nothing else about messages. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "tenancy",
            "personaldata",
            "access",
            "media",
            "channel",
            "graph",
            "metaapp"
        })
package io.moked.whatsapp;
