/** Meta's Cloud API, and nothing else about messages. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "egress",
            "tenancy",
            "personaldata",
            "access",
            "media",
            "channel"
        })
package io.moked.whatsapp;
