/**
 * Letters to users, by e-mail: written as rows, and sent until they arrive or nobody needs them.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "timetable",
            "egress",
            "tenancy",
            "personaldata"
        })
package io.moked.mail;
