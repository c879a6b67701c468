/** Health, metrics, the demo, and the lists an operator works through. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "journal",
            "personaldata",
            "access",
            "channel",
            "contact",
            "conversation",
            "routing",
            "whatsapp"
        })
package io.moked.operations;
