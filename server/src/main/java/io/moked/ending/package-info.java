/**
 * How conversations end: why, with what is left to do, after which silence; and what comes back.
 */
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
            "contact",
            "conversation"
        })
package io.moked.ending;
