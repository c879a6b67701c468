/** Contacts chosen by what they have in common, to be written to. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "journal", "access", "contact"})
package io.moked.audience;
