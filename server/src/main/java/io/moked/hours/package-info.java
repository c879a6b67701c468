/** When a business answers: opening hours, special days, and time counted in them. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "journal", "access"})
package io.moked.hours;
