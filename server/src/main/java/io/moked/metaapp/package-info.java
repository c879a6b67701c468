/** Apps of tenants at Meta: each delivers to its own address, signed with its own secret. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "journal", "access", "channel"})
package io.moked.metaapp;
