/**
 * What happened, in order: every fact is appended in the transaction that made it true, and
 * followers read it with a cursor.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "timetable", "tenancy", "personaldata"})
package io.moked.journal;
