/** What is on its way out: one person's messages in order, each number at its pace, none twice. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"database", "timetable", "tenancy", "channel"})
package io.moked.sending;
