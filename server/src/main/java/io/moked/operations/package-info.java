/** Health, metrics, the demo, and the lists an operator works through. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "timetable",
            "egress",
            "tenancy",
            "journal",
            "mail",
            "access",
            "invitation",
            "hours",
            "channel",
            "whatsapp",
            "conversation",
            "sending",
            "routing",
            "target",
            "search"
        })
package io.moked.operations;
