/** Links by which people come in for the first time, or again: invitations and new passwords. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "tenancy",
            "personaldata",
            "factor",
            "journal",
            "mail",
            "access"
        })
package io.moked.invitation;
