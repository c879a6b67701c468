/** What proves who somebody is, and how often that may be tried. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "timetable", "tenancy", "personaldata"})
package io.moked.factor;
